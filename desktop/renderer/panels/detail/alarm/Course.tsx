import { useEffect, useState } from 'react'
import { readAlarmHistory } from '#shared/contract/alarms.ts'
import { shortTime } from '../../../i18n/format.ts'
import { type Language, useSpeech } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/zh.ts'
import { type AskCode, AskError } from '../../../store/ask.ts'
import { detailsOf, titleOf } from '../../../store/happening-words.ts'
import { useCenter, useCenterState, useNow, useShownUntil, useSubject } from '../../../store/hooks.ts'

interface Step {
  at: number
  type: string
  by: { kind: string; id: string; name?: string | undefined }
  data: Record<string, unknown>
}

/** While much happens it is asked for no more often. */
const SOON_MS = 700

/** All that happened to an alarm, with who and when: asked for when somebody unfolds it, kept up while it is open. */
export function Course({ alarm, startsOpen = false }: { alarm: string; startsOpen?: boolean }) {
  const { t, language } = useSpeech()
  const { ask } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const now = useNow(60_000)
  const until = useShownUntil()
  const version = useSubject('alarms')
  const [open, setOpen] = useState(startsOpen)
  const [steps, setSteps] = useState<readonly Step[]>()
  const [problem, setProblem] = useState<AskCode>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew when something may have happened to it
  useEffect(() => {
    if (!open || !isLive) return
    let wanted = true
    const load = () =>
      ask(readAlarmHistory, { alarm }).then(
        ({ events }) => {
          if (!wanted) return
          setProblem(undefined)
          setSteps(events as readonly Step[])
        },
        (error) => wanted && setProblem(error instanceof AskError ? error.code : 'internal'),
      )
    const timer = setTimeout(load, steps === undefined ? 0 : SOON_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [ask, alarm, open, isLive, version])
  return (
    <details className="history" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.handling.course.title}</summary>
      {problem && <p role="alert">{t.errors[problem]}</p>}
      {!problem && !steps && <p className="dim">{t.handling.course.asking}</p>}
      <ol>
        {steps
          ?.filter(({ at }) => at <= until)
          .map((step) => (
            <li key={`${step.at} ${step.type} ${JSON.stringify(step.data)}`}>
              <time>{shortTime(step.at, now)}</time> {said(step, t, language)}
            </li>
          ))}
      </ol>
    </details>
  )
}

/** What was done, with whatever was said; by whom, where it was a person. */
function said({ type, by, data }: Step, t: Texts, language: Language): string {
  const who = by.kind === 'user' ? ` · ${by.name ?? by.id}` : ''
  const value = type === 'alarm:raised' && typeof data.value === 'number' ? [String(data.value)] : []
  const told = [...value, ...detailsOf(type, data, t)]
  return `${titleOf(type, data, t, language)}${who}${told.length > 0 ? `：${told.join('；')}` : ''}`
}
