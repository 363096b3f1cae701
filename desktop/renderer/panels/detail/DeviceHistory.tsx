import { useCallback, useEffect, useState } from 'react'
import type { DeviceKind } from '#models/kind.ts'
import { readDeviceHistory } from '#shared/contract/devices.ts'
import { shortTime } from '../../i18n/format.ts'
import { type Language, useSpeech } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/zh.ts'
import { nameOfActor } from '../../store/actor-name.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState, useNow, useShownUntil, useSubject } from '../../store/hooks.ts'
import { changedFields } from './changed-fields.ts'

interface Happening {
  seq: number
  at: number
  type: string
  by: { kind: string; id: string; name?: string | undefined }
  data: Record<string, unknown>
}

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
  const [happened, setHappened] = useState<Happening[]>()
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
              <time>{shortTime(one.at, now)}</time> {said(one, kind, nameOfActor(one.by, world, language), t, language)}
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

/** What the kind has words for: a command, what came of it, something that happened. */
function ofDevice(
  { command, as, reason, happening, detail }: Record<string, unknown>,
  kind: DeviceKind | undefined,
  t: Texts,
  language: Language,
): string {
  if (typeof command === 'string') return kind?.commands[command]?.name[language] ?? command
  if (typeof as === 'string')
    return [(t.orders.state as Record<string, string>)[as] ?? as, reason].filter(Boolean).join('：')
  if (typeof happening === 'string')
    return [kind?.events[happening]?.[language] ?? happening, detail].filter(Boolean).join('：')
  return ''
}

function said(
  { type, by, data }: Happening,
  kind: DeviceKind | undefined,
  who: string,
  t: Texts,
  language: Language,
): string {
  // An alarm is named by its device, its rule and its time.
  const rule = data.rule ?? (typeof data.alarm === 'string' ? data.alarm.split('~')[1] : undefined)
  const about = kind?.rules.find((one) => one.rule === rule)?.name[language]
  const what = [(t.history.what as Record<string, string>)[type] ?? type, about, ofDevice(data, kind, t, language)]
    .filter(Boolean)
    .join(' ')
  const isEntry = type.startsWith('device:') && type !== 'device:serviced'
  const words = [
    isEntry ? changedFields(data, t, language) : data.who,
    typeof data.as === 'string' ? undefined : data.reason,
    isEntry ? undefined : data.note,
  ]
  const told = words.filter((one) => typeof one === 'string' && one !== '').join('；')
  const note = told && `：${told}`
  return by.kind === 'user' ? `${what} · ${who}${note}` : `${what}${note}`
}
