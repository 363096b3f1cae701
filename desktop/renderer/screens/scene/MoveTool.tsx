import { useEffect, useMemo, useRef, useState } from 'react'
import { moveDevice } from '#shared/contract/registry.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import type { Device } from '#shared/world/devices.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import { useSpeech } from '../../i18n/language.ts'
import { Placing } from '../../scene/placing.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'
import { useInside } from '../../store/inside.ts'
import { moveOnMap, useMovingDevice } from '../../store/moving-device.ts'
import { placeName } from '../../store/place-name.ts'
import { selectDevice } from '../../store/selection.ts'
import { type KnownSite, useSite } from '../../store/site.ts'
import { buildingUnder, floorsOf, heightOn, placeInside, placeOutside } from '../../store/where-it-lies.ts'
import { say } from '../../theme/notice.ts'
import { useScene, useStage } from './scene-context.ts'

/** A device is said to stand somewhere else: a click sets the spot, and nothing is done before somebody agrees. */
export function MoveTool() {
  const id = useMovingDevice()
  const { world } = useCenter()
  const site = useSite()
  const device = id === undefined ? undefined : world.get('devices', id)
  if (!device || !site) return null
  return <Moving key={device.device} device={device} site={site} />
}

function Moving({ device, site }: { device: Device; site: KnownSite }) {
  const { t } = useSpeech()
  const { ask } = useCenter()
  const { stage } = useScene()
  const open = useStage(({ inside: of }) => (of?.arrangement.mode === 'alone' ? of.arrangement.floor : undefined))
  const words = t.scene.move
  const [spot, setSpot] = useState<Position>()
  const [floor, setFloor] = useState<number>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const tool = useRef<Placing>(undefined)
  // What is confirmed is meant for the device as it was when the moving began.
  const [seen] = useState(device.changedAt ?? 0)
  const [from] = useState(device)

  useEffect(() => {
    const told = (at: Position) => {
      setSpot(at)
      setProblem(undefined)
    }
    const placing = new Placing(stage, { name: from.name, from: from.position, told, done: stop })
    const release = stage.use(placing)
    tool.current = placing
    selectDevice(from.device, true)
    return () => {
      release()
      placing.close()
    }
  }, [stage, from])

  const building = useMemo(() => spot && buildingUnder(site, spot), [site, spot])
  const inside = useInside(building?.place ?? '')
  const level = building && levelOf(building, floor, from.place, open)
  const place =
    spot &&
    (building && level !== undefined
      ? placeInside(building, level, spot, inside === 'failed' ? undefined : inside)
      : placeOutside(site, spot))
  const height = !spot
    ? 0
    : building && level !== undefined
      ? heightOn(building, level, from, site)
      : outsideHeight(from, spot)
  const at = spot && { lon: rounded(spot.lon), lat: rounded(spot.lat), height }
  const shown = at && `${at.lon} ${at.lat} ${at.height}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when it is another spot
  useEffect(() => tool.current?.show(at), [shown])

  const confirm = async () => {
    if (!at || !place) return
    setBusy(true)
    try {
      await ask(moveDevice, { device: from.device, place, position: at, seen })
      say('good', words.done(from.name))
      stop()
    } catch (error) {
      setBusy(false)
      setProblem(error instanceof AskError ? error.code : 'internal')
    }
  }
  return (
    <form
      className="scene-drawer scene-move"
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <h4>{words.title}</h4>
      <strong>{from.name}</strong>
      <p role="status">
        {place ? placeName(site, place, t) : <span className="dim">{words.hint}</span>}
        {at && (
          <small className="dim">
            {at.lon.toFixed(6)}, {at.lat.toFixed(6)} · {at.height.toFixed(1)} m
          </small>
        )}
      </p>
      {building && level !== undefined && (
        <label>
          {words.floor}{' '}
          <select value={level} onChange={(event) => setFloor(Number(event.target.value))}>
            {floorsOf(building).map((one) => (
              <option key={one} value={one}>
                {one > 0 ? t.detail.floor(one) : t.detail.basement(-one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {problem && (
        <p role="alert" className="wrong">
          {t.errors[problem]}
        </p>
      )}
      <div className="scene-move-ends">
        <button type="submit" className="primary" disabled={!at || busy}>
          {words.confirm}
        </button>
        <button type="button" disabled={busy} onClick={stop}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

function stop(): void {
  moveOnMap(undefined)
}

/** The floor that was chosen, the one that is looked at, the one it was on, else the ground floor. */
function levelOf(
  building: KnownSite['buildings'][number],
  chosen: number | undefined,
  from: string,
  open: number | undefined,
): number {
  const before = placeUpTo(from, 'building') === building.place ? floorOf(from.split('/')[3] ?? '') : undefined
  for (const floor of [chosen, open, before])
    if (floor !== undefined && floorsOf(building).includes(floor)) return floor
  return 1
}

/** What stood in the open keeps its height above the ground; what comes out of a house stands on it. */
function outsideHeight({ place, position }: Device, spot: Position): number {
  return placeUpTo(place, 'building') === undefined ? position.height : rounded(Math.max(0, spot.height), 2)
}

function rounded(value: number, decimals = 7): number {
  return Number(value.toFixed(decimals))
}
