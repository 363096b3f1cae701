import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { ruleKey } from '#shared/world/rules.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { goToRule } from '../../../store/rule-link.ts'
import { GradeMark } from '../../../theme/GradeMark.tsx'
import { percent, spanText } from './key-figures.ts'
import { remedyInWords } from './tables.ts'
import type { useNaming } from './use-naming.ts'

interface NamedProps {
  figures: AlarmFigures
  nameOf: ReturnType<typeof useNaming>['nameOf']
}

/** Where alarms come from, and those that should not be, each with what helps. */
export function Named({ figures, nameOf }: NamedProps) {
  const { t, language } = useSpeech()
  const f = useAdminTexts().alarmFigures
  const may = useCenter().may('rules.manage')
  const { top, chattering, stale, alarms } = figures
  return (
    <div className="figure-columns">
      <Block title={f.top} empty={f.calm} count={top.sources.length}>
        {top.sources.map((source) => (
          <li key={`${source.device} ${source.rule}`}>
            <span>{nameOf(source)}</span>
            <strong>{source.count}</strong>
            <span className="dim">{percent(source.count / alarms)}</span>
          </li>
        ))}
      </Block>
      <Block title={f.chatteringTitle} hint={f.chatteringHint} empty={f.noChattering} count={chattering.length}>
        {chattering.map((one) => (
          <li key={`${one.device} ${one.rule}`} data-chatters={one.device}>
            <span>
              {nameOf(one)} <small className="dim">{f.chatters(one.comings, one.most)}</small>
              <em>{remedyInWords(one, t, language)}</em>
            </span>
            {may && (
              <Button size="small" type="link" onClick={() => goToRule(ruleKey(one))}>
                {f.toRule}
              </Button>
            )}
          </li>
        ))}
      </Block>
      <Block title={f.staleTitle} hint={f.staleHint} empty={f.noStale} count={stale.length}>
        {stale.map((one) => (
          <li key={one.alarm} data-stale={one.device}>
            <span>
              <GradeMark grade={one.grade} size={14} hollow={!one.there} /> {nameOf(one)}{' '}
              <small className="dim">{f.since(spanText(one.lasted, f), one.there)}</small>
              <em>{f.remedies[one.remedy]}</em>
            </span>
            {one.there && (
              <Button size="small" type="link" href={`#alarm=${one.alarm}`}>
                {f.toAlarm}
              </Button>
            )}
          </li>
        ))}
      </Block>
    </div>
  )
}

interface BlockProps {
  title: string
  hint?: string
  empty: string
  count: number
  children: ReactNode
}

export function Block({ title, hint, empty, count, children }: BlockProps) {
  return (
    <section className="figure-block">
      <h2 className="admin-label">
        {title} {hint && <small className="dim">{hint}</small>}
      </h2>
      {count === 0 ? <p className="dim">{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}
