import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { readRuleHistory } from '#shared/contract/rules.ts'
import type { Actor } from '#shared/world/event.ts'
import type { Rule } from '#shared/world/rules.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { codeOf } from '../use-answer.ts'
import { furtherOf, meaningOf } from './words.ts'

interface Version {
  at: number
  by: Actor
  note?: string | undefined
  rule?: Rule | undefined
}

/** Who set it when, to what, and why; any of them can be loaded again. */
export function RuleVersions({ rule, load }: { rule: Rule; load(version: Rule): void }) {
  const center = useCenter()
  const { t, language } = useSpeech()
  const r = useAdminTexts().rules
  const [versions, setVersions] = useState<Version[]>()
  const [problem, setProblem] = useState<AskCode>()
  const { kind, rule: name } = rule
  useEffect(() => {
    let open = true
    center.ask(readRuleHistory, { kind, rule: name, limit: 50 }).then(
      (found) => open && setVersions(found.versions),
      (error) => open && setProblem(codeOf(error)),
    )
    return () => {
      open = false
    }
  }, [center, kind, name])
  return (
    <section className="rule-versions" aria-label={r.versions}>
      <strong>{r.versions}</strong>
      {problem && <p className="wrong">{t.errors[problem]}</p>}
      {versions?.length === 0 && <p className="dim">{r.noVersions}</p>}
      <ol>
        {versions?.map((version) => (
          <li key={version.at}>
            <time>{dateTime(version.at)}</time> {version.by.name ?? version.by.id}
            <div>
              {version.rule
                ? [meaningOf(version.rule, r, language), ...furtherOf(version.rule, r)].join(' · ')
                : r.resetBy}
            </div>
            {version.note && <div className="dim">{version.note}</div>}
            {version.rule && (
              <Button size="small" onClick={() => version.rule && load(version.rule)}>
                {r.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
