import { deviceKinds } from '#models/devices/index.ts'
import { defaultRules } from '#models/rules.ts'
import type { Grade, Sign } from '#shared/world/alarm-record.ts'
import type { Condition, Simple } from '#shared/world/conditions.ts'
import { type Exception, type Explanation, type Hours, type Rule, ruleKey } from '#shared/world/rules.ts'

export interface KnownRule extends Rule {
  /** 0: as its kind has it. */
  version: number
  changedAt?: number
}

/** A rule as a form has it. */
export interface RuleFields {
  kind: string
  nameZh: string
  nameEn: string
  when: Condition
  onDelay: number
  offDelay: number
  grade: Grade
  adviceZh: string
  adviceEn: string
  enabled: boolean
  hasHours: boolean
  hours?: Hours
  sign?: Sign
  /** As its grade says, or otherwise. */
  closes: 'grade' | 'yes' | 'no'
  latches: boolean
  again?: number | null
  explainedBy: ExplanationFields[]
  exceptions: ExceptionFields[]
  note?: string
}

/** `by`: a rule of a kind, or of any where it is found by looking at many devices. */
export type ExplanationFields = { by: string; at: Explanation['at'] }

/** `use`: switched on or off here; absent: as the rule has it. */
export type ExceptionFields = Omit<Exception, 'enabled'> & { of?: 'device' | 'place'; use?: 'on' | 'off' }

export function fieldsOf({ name, advice, hours, exceptions, ...rule }: Rule): RuleFields {
  return {
    kind: rule.kind,
    nameZh: name.zh,
    nameEn: name.en,
    when: rule.when,
    onDelay: rule.onDelay,
    offDelay: rule.offDelay,
    grade: rule.grade,
    adviceZh: advice.zh,
    adviceEn: advice.en,
    enabled: rule.enabled,
    hasHours: hours !== undefined,
    ...(hours && { hours }),
    ...(rule.sign && { sign: rule.sign }),
    closes: rule.closes === undefined ? 'grade' : rule.closes ? 'yes' : 'no',
    latches: rule.latches ?? false,
    ...(rule.again === undefined ? {} : { again: rule.again }),
    explainedBy: (rule.explainedBy ?? []).map((one) => ({ by: explanationKey(one), at: one.at })),
    exceptions: exceptions.map(({ enabled, ...one }) => ({
      ...one,
      of: one.device === undefined ? 'place' : 'device',
      ...(enabled === undefined ? {} : { use: enabled ? 'on' : 'off' }),
    })),
  }
}

export function newRule(kind: string): RuleFields {
  const texts = { nameZh: '', nameEn: '', adviceZh: '', adviceEn: '' }
  const when = blank('above', kind)
  const life = { closes: 'grade' as const, latches: false, explainedBy: [], exceptions: [] }
  return { kind, when, onDelay: 0, offDelay: 0, grade: 3, enabled: true, hasHours: false, ...life, ...texts }
}

/** A form of condition before anybody has filled it in: what decides is left empty, for somebody to decide. */
export function blank(is: Condition['is'], kind: string): Condition {
  const metric = Object.keys(deviceKinds.get(kind)?.metrics ?? {})[0] ?? ''
  const plain = { is: 'above', metric, deadBand: 0 }
  const forms: Record<Condition['is'], unknown> = {
    above: plain,
    below: { ...plain, is },
    rising: { is, metric, within: 60 },
    falling: { is, metric, within: 60 },
    equal: { is, metric, values: [] },
    often: { is, of: plain, times: 3, within: 600 },
    silent: { is, for: 600 },
    together: { is, of: [{ kind, when: plain }], devices: 2, at: 'floor', within: 60 },
    event: { is, times: 1, within: 600, over: { after: 600 } },
  }
  return forms[is] as Condition
}

export function ruleOf(fields: RuleFields, rule: string): Rule {
  return {
    kind: fields.kind,
    rule,
    name: { zh: fields.nameZh.trim(), en: fields.nameEn.trim() },
    when: conditionOf(fields.when),
    onDelay: fields.onDelay,
    offDelay: fields.offDelay,
    grade: fields.grade,
    advice: { zh: fields.adviceZh.trim(), en: fields.adviceEn.trim() },
    enabled: fields.enabled,
    ...(fields.hasHours && fields.hours ? { hours: fields.hours } : {}),
    ...(fields.sign && { sign: fields.sign }),
    ...(fields.closes === 'grade' ? {} : { closes: fields.closes === 'yes' }),
    ...(fields.latches && { latches: true }),
    ...(typeof fields.again === 'number' ? { again: fields.again } : {}),
    ...(fields.explainedBy?.length ? { explainedBy: fields.explainedBy.map(explanationOf) } : {}),
    exceptions: (fields.exceptions ?? []).map(exceptionOf),
  }
}

/** In a form one choice, in a rule two fields. */
export function explanationKey({ kind, rule }: Pick<Explanation, 'kind' | 'rule'>): string {
  return kind === undefined ? rule : ruleKey({ kind, rule })
}

function explanationOf({ by, at }: ExplanationFields): Explanation {
  const [kind, rule] = by.split('~')
  return rule === undefined ? { rule: by, at } : { kind: kind as string, rule, at }
}

/** A list that was typed holds texts. */
function conditionOf(when: Condition): Condition {
  if (when.is === 'often') return { ...when, of: simpleOf(when.of) }
  if (when.is === 'together') return { ...when, of: when.of.map((one) => ({ ...one, when: simpleOf(one.when) })) }
  return when.is === 'silent' || when.is === 'event' ? when : simpleOf(when)
}

function simpleOf(when: Simple): Simple {
  return when.is === 'equal' ? { ...when, values: when.values.map(Number) } : when
}

/** What was left empty is as the rule has it. */
function exceptionOf({ of, use, device, place, grade, ...numbers }: ExceptionFields): Exception {
  const typed = Object.entries(numbers).filter(([, value]) => typeof value === 'number')
  return {
    ...(of === 'place' ? { place } : { device }),
    ...(use ? { enabled: use === 'on' } : {}),
    ...(grade ? { grade } : {}),
    ...Object.fromEntries(typed),
  }
}

/** A name for machines, of the English one; another number where it is taken. */
export function freeName(english: string, taken: ReadonlySet<string>): string {
  const plain =
    english
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 56) || 'rule'
  for (let n = 1; ; n++) {
    const name = n === 1 ? plain : `${plain}-${n}`
    if (!taken.has(name)) return name
  }
}

export type RuleState = 'default' | 'set' | 'own' | 'off'

export function stateOf(rule: KnownRule): RuleState {
  if (!rule.enabled) return 'off'
  if (rule.version === 0) return 'default'
  return isOwn(rule) ? 'own' : 'set'
}

/** Somebody has added it; its kind does not have it. */
export function isOwn({ kind, rule }: Pick<Rule, 'kind' | 'rule'>): boolean {
  const known = deviceKinds.get(kind)
  return !known || !defaultRules(known).some((one) => one.rule === rule)
}
