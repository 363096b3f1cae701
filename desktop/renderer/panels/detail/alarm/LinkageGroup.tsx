import { useState } from 'react'
import type { RunStep, StepState } from '#shared/world/linkage-runs.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { nameOfCommand } from '../../../store/orders.ts'
import { selectDevice } from '../../../store/selection.ts'

/** More are folded: a building has many doors. */
const SHOWN = 4

/** One thing that devices were told, and what each made of it. */
export function LinkageGroup({ command, steps }: { command: string; steps: readonly RunStep[] }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const [all, setAll] = useState(false)
  const kind = steps.map((step) => step.kind ?? world.get('devices', step.device ?? '')?.kind).find(Boolean)
  const shown = all ? steps : steps.slice(0, SHOWN)
  return (
    <div className="linkage-group">
      <strong>{t.linkage.line(nameOfKind(kind ?? '')[language], nameOfCommand(kind, command, language))}</strong>
      <span className="linkage-counts">
        {counted(steps)
          .map(([state, n]) => `${t.linkage.states[state]} ${n}`)
          .join(' · ')}
      </span>
      <ul>
        {shown.map((step) => (
          <LinkageStep key={`${step.action} ${step.device ?? ''}`} step={step} />
        ))}
      </ul>
      {steps.length > SHOWN && (
        <button type="button" className="linkage-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.linkage.fewer : t.linkage.more(steps.length - SHOWN)}
        </button>
      )}
    </div>
  )
}

function LinkageStep({ step }: { step: RunStep }) {
  const { t } = useSpeech()
  const { world } = useCenter()
  const { device: id, state, why, reason, back } = step
  const words = (one: Pick<RunStep, 'state' | 'why' | 'reason'>) =>
    one.why || one.reason
      ? t.linkage.line(
          t.linkage.states[one.state],
          one.why ? (t.linkage.why[one.why] ?? t.errors[one.why]) : (one.reason ?? ''),
        )
      : t.linkage.states[one.state]
  if (id === undefined) return <li className="dim">{t.linkage.why['linkage.nobody']}</li>
  return (
    <li className={`is-${state}`}>
      <button type="button" onClick={() => selectDevice(id, true)}>
        {world.get('devices', id)?.name ?? id}
      </button>
      <span role="status">{words({ state, why, reason })}</span>
      {back && (
        <span role="status" className="dim">
          {t.linkage.back} {words(back)}
        </span>
      )}
    </li>
  )
}

function counted(steps: readonly RunStep[]): [StepState, number][] {
  const counts = new Map<StepState, number>()
  for (const { device, state } of steps) if (device !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts]
}
