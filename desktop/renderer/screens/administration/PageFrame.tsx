import { Alert, Button } from 'antd'
import { type ReactNode, useId } from 'react'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { clockTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { Known } from './use-answer.ts'

interface Props {
  title: string
  hint: string
  known?: Known
  /** Kept up to date by itself: nobody need press a button. */
  byItself?: boolean
  /** Beside the title. */
  actions?: ReactNode
  children: ReactNode
}

/** The head of a page: what it is, as of when, and what went wrong, above what is still known. */
export function PageFrame({ title, hint, known, byItself, actions, children }: Props) {
  const { t } = useSpeech()
  const id = useId()
  const a = useAdminTexts()
  const at = known?.at === undefined ? undefined : clockTime(known.at)
  const problem = known?.problem && t.errors[known.problem]
  return (
    <section className="admin-page" aria-labelledby={id} aria-busy={known?.asking}>
      <header className="admin-head">
        <h1 id={id}>{title}</h1>
        <p>{hint}</p>
        <div>
          {at && <span className="dim">{a.asOf(at)}</span>}
          {known && !byItself && (
            <Button size="small" onClick={known.again} loading={known.asking}>
              {a.refresh}
            </Button>
          )}
          {actions}
        </div>
      </header>
      {problem && (
        <Alert
          type="warning"
          showIcon
          title={at ? a.stale(at, problem) : problem}
          action={
            <Button size="small" onClick={known.again} loading={known.asking}>
              {a.retry}
            </Button>
          }
        />
      )}
      {children}
    </section>
  )
}
