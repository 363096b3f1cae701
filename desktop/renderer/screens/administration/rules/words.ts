import { deviceKinds } from '#models/devices/index.ts'
import { healthFindings } from '#models/health.ts'
import type { Metric } from '#models/kind.ts'
import type { Condition, Happens, Simple } from '#shared/world/conditions.ts'
import type { Rule } from '#shared/world/rules.ts'
import type { RuleTexts } from '../../../i18n/admin/rules.zh.ts'
import type { Language } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { explanationKey } from './entry.ts'

/** All that a version says besides its condition: what is otherwise than usual. */
export function furtherOf(rule: Rule, words: RuleTexts): string[] {
  const { offDelay, hours, exceptions, enabled, grade } = rule
  return [
    words.grades[grade],
    ...(offDelay > 0 ? [words.overAfter(words.span(offDelay))] : []),
    ...(hours ? [words.inHours(hours.days.map((day) => words.days[day]).join(''), hours.from, hours.to)] : []),
    ...(exceptions.length > 0 ? [words.exceptionsCount(exceptions.length)] : []),
    ...(enabled ? [] : [words.states.off]),
  ]
}

/** A condition in words, as one would say it. */
export function meaningOf(
  { kind, when, onDelay }: Pick<Rule, 'kind' | 'when' | 'onDelay'>,
  words: RuleTexts,
  language: Language,
): string {
  const { meanings, span } = words
  const said = conditionText(kind, when, words, language)
  return onDelay > 0 ? `${said}${language === 'zh' ? '，' : ', '}${meanings.held(span(onDelay))}` : said
}

function conditionText(kind: string, when: Condition, words: RuleTexts, language: Language): string {
  const { meanings, levels, span } = words
  if (when.is === 'silent') return meanings.silent(span(when.for))
  if (when.is === 'often')
    return meanings.often(simpleText(kind, when.of, words, language), when.times, span(when.within))
  if (when.is === 'event') return eventText(kind, when, words, language)
  if (when.is !== 'together') return simpleText(kind, when, words, language)
  const of = when.of.map(
    (one) => `${nameOfKind(one.kind)[language]} ${simpleText(one.kind, one.when, words, language)}`,
  )
  return meanings.together(of.join(meanings.or), when.devices, levels[when.at], span(when.within))
}

function eventText(kind: string, when: Happens, { meanings, span }: RuleTexts, language: Language): string {
  const nameOf = (event: string) => deviceKinds.get(kind)?.events[event]?.[language] ?? event
  const { over } = when
  const until = 'by' in over ? meanings.untilEvent(nameOf(over.by)) : meanings.untilAfter(span(over.after))
  const said = meanings.event(nameOf(when.event), when.times, span(when.within))
  return `${said}${language === 'zh' ? '，' : ', '}${until}`
}

function simpleText(kind: string, when: Simple, { meanings, span }: RuleTexts, language: Language): string {
  const metric = deviceKinds.get(kind)?.metrics[when.metric]
  const name = metric?.name[language] ?? when.metric
  if ('by' in when) return meanings[when.is](name, amount(when.by, metric), span(when.within))
  if ('values' in when) return meanings.equal(name, when.values.join(meanings.or))
  // A button, or any other yes or no: its name says it all.
  if (metric?.unit === '' && metric.max === 1 && when.is === 'above') return name
  return meanings[when.is](name, amount(when.limit, metric), when.deadBand > 0 ? amount(when.deadBand, metric) : '')
}

/** As somebody has typed it: no zeros behind the point. */
function amount(value: number, metric: Metric | undefined): string {
  return metric?.unit ? `${value} ${metric.unit}` : String(value)
}

/** Every rule that may explain another, by name; those that are found by looking at many devices first. */
export function explanations(language: Language): { value: string; label: string }[] {
  const found = Object.entries(healthFindings).map(([rule, { name }]) => ({ value: rule, label: name[language] }))
  const ofKinds = deviceKinds.all.flatMap((kind) =>
    kind.rules.map((rule) => ({
      value: explanationKey({ kind: kind.kind, rule: rule.rule }),
      label: `${kind.name[language]} · ${rule.name[language]}`,
    })),
  )
  return [...found, ...ofKinds]
}
