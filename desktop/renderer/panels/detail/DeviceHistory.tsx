import { useCallback, useEffect, useState } from 'react'
import type { DeviceKind } from '#models/kind.ts'
import { readDeviceHistory } from '#shared/contract/devices.ts'
import { shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfActor } from '../../store/actor-name.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { happeningText, type Told } from '../../store/happening-text.ts'
import { useCenter, useCenterState, useNow, useShownUntil, useSubject } from '../../store/hooks.ts'

const PAGE = 20
/** While much happens it is asked for no more often. */
const SOON_MS = 1500

/** What happened to a device, newest first; asked for when somebody unfolds it, and kept up while it is open. */
export function DeviceHistory({ device, kind }: { device: string; kind: DeviceKind | undefined }) {
  const { t, language } = useSpeech()
  const { ask, world } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const now = useNow(60_000)
  const until = useShownUntil()
  const alarms = useSubject('alarms')
  const devices = useSubject('devices')
  const [open, setOpen] = useState(false)
  const [happened, setHappened] = useState<readonly Told[]>()
  const [more, setMore] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const failed = useCallback((error: unknown) => setProblem(error instanceof AskError ? error.code : 'internal'), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew when something may have happened to it
  useEffect(() => {
    if (!open || !isLive) return
    let wanted = true
    const load = () =>
      ask(readDeviceHistory, { device, limit: PAGE }).then((found) => {
        if (!wanted) return
        setProblem(undefined)
        // What was read further back stays.
        setHappened((before) => [
          ...found.events,
          ...(before ?? []).filter(({ seq }) => !found.events.some((e) => e.seq === seq)),
        ])
        setMore((before) => (happened === undefined ? found.more : before))
      }, failed)
    const timer = setTimeout(load, happened === undefined ? 0 : SOON_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [ask, device, open, isLive, alarms, devices])
  const older = () =>
    ask(readDeviceHistory, { device, limit: PAGE, before: happened?.at(-1)?.seq }).then((found) => {
      setHappened((before) => [...(before ?? []), ...found.events])
      setMore(found.more)
    }, failed)
  const words = t.history
  return (
    <details className="history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {problem && <p role="alert">{t.errors[problem]}</p>}
      {!problem && happened === undefined && <p className="dim">{words.asking}</p>}
      {happened?.length === 0 && <p className="dim">{words.none}</p>}
      <ol>
        {happened
          ?.filter(({ at }) => at <= until)
          .map((one) => (
            <li key={one.seq}>
              <time>{shortTime(one.at, now)}</time>{' '}
              {happeningText(one, kind, nameOfActor(one.by, world, language), t, language)}
            </li>
          ))}
      </ol>
      {more && (
        <button type="button" onClick={() => void older()}>
          {words.more}
        </button>
      )}
    </details>
  )
}
