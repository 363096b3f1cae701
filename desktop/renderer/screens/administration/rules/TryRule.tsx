import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { tryRule } from '#shared/contract/rules.ts'
import type { Rule } from '#shared/world/rules.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime, elapsed } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { type AskCode, AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { codeOf } from '../use-answer.ts'

const DAY_MS = 86_400_000
const SPANS = [1, 7, 31] as const
type Days = (typeof SPANS)[number]
const SHOWN = 50

interface Tried {
  days: Days
  alarms: { device: string; place: string; at: number; until?: number; value: number }[]
  count: number
  devices: number
  readings: number
  left: number
}

/** What the rule, as it is typed now, would have raised. `typed` throws when it is not whole yet. */
export function TryRule({ typed }: { typed(): Promise<Rule> }) {
  const center = useCenter()
  const site = useSite()
  const { t } = useSpeech()
  const r = useAdminTexts().rules
  const [days, setDays] = useState<Days>(7)
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Tried>()
  const [problem, setProblem] = useState<AskCode>()
  const run = async () => {
    setProblem(undefined)
    const rule = await typed().catch(() => undefined)
    if (!rule) return
    setBusy(true)
    try {
      const to = Math.round(center.now())
      setFound({ days, ...(await center.ask(tryRule, { rule, from: to - days * DAY_MS + 1, to })) })
    } catch (error) {
      setFound(undefined)
      setProblem(error instanceof AskError ? error.code : codeOf(error))
    } finally {
      setBusy(false)
    }
  }
  const rows = found?.alarms.slice(-SHOWN).reverse() ?? []
  return (
    <section className="rule-try" aria-label={r.try} aria-busy={busy}>
      <header>
        <strong>{r.try}</strong>
        <span className="dim">{r.tryHint}</span>
        <Segmented<Days>
          size="small"
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: r.tryOver[value] }))}
        />
        <Button size="small" loading={busy} onClick={() => void run()}>
          {busy ? r.trying : r.try}
        </Button>
      </header>
      {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
      {found && (
        <>
          <p role="status">
            <strong>{r.wouldRaise(found.count, r.tryOver[found.days])}</strong>{' '}
            <span className="dim">{r.looked(found.devices, found.readings)}</span>
            {found.left > 0 && <span className="wrong"> {r.left(found.left)}</span>}
          </p>
          <ul>
            {rows.map(({ device, place, at, until, value }) => (
              <li key={`${device} ${at}`}>
                <time>{dateTime(at)}</time>
                <span>{center.world.get('devices', device)?.name ?? device}</span>
                <span className="dim">{placeName(site, place, t)}</span>
                <b>{Number(value.toFixed(2))}</b>
                <span className="dim">{until === undefined ? r.stillOpen : r.lasted(elapsed(at, until))}</span>
              </li>
            ))}
          </ul>
          {found.count > rows.length && <p className="dim">{r.more(found.count - rows.length)}</p>}
        </>
      )}
    </section>
  )
}
