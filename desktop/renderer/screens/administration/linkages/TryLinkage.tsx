import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { reviewLinkage, tryLinkage } from '#shared/contract/linkages.ts'
import type { Linkage } from '#shared/world/linkages.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { codeOf } from '../use-answer.ts'
import { PastAlarms, type Reviewed } from './PastAlarms.tsx'
import { type Planned, PlannedSteps } from './PlannedSteps.tsx'
import { TryPlace } from './TryPlace.tsx'

const DAY_MS = 86_400_000
const SPANS = [1, 7, 31] as const
type Days = (typeof SPANS)[number]

/** What the linkage, as it is typed now, would do somewhere, or would have done. `typed` throws when it is not whole yet. */
export function TryLinkage({ typed }: { typed(): Promise<Linkage> }) {
  const center = useCenter()
  const { t } = useSpeech()
  const l = useAdminTexts().linkages
  const [days, setDays] = useState<Days>(7)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const [planned, setPlanned] = useState<Planned>()
  const [past, setPast] = useState<Reviewed & { days: Days }>()
  const run = async (work: (linkage: Linkage) => Promise<void>) => {
    setProblem(undefined)
    const linkage = await typed().catch(() => undefined)
    if (!linkage) return
    setBusy(true)
    try {
      await work(linkage)
    } catch (error) {
      setProblem(codeOf(error))
    }
    setBusy(false)
  }
  const tryAt = (at: { place: string } | { device: string }) =>
    run(async (linkage) => setPlanned(await center.ask(tryLinkage, { linkage, at })))
  const look = () =>
    run(async (linkage) => {
      const to = Math.round(center.now())
      setPast({ ...(await center.ask(reviewLinkage, { linkage, from: to - days * DAY_MS + 1, to })), days })
    })
  return (
    <section className="linkage-try" aria-label={l.try} aria-busy={busy}>
      <header>
        <strong>{l.try}</strong>
        <span className="dim">{l.tryHint}</span>
      </header>
      <TryPlace busy={busy} run={(at) => void tryAt(at)} />
      <div className="linkage-try-line">
        <span>{l.tryPast}</span>
        <Segmented<Days>
          size="small"
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: l.tryOver[value] }))}
        />
        <Button size="small" loading={busy} onClick={() => void look()}>
          {l.tryPast}
        </Button>
      </div>
      {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
      {past && <PastAlarms past={past} span={l.tryOver[past.days]} look={(device) => void tryAt({ device })} />}
      {planned && <PlannedSteps planned={planned} />}
    </section>
  )
}
