import { type Rule, ruleKey, type SetRule } from '#shared/world/rules.ts'
import type { DeviceKind } from './kind.ts'

/** What a kind brings along. */
export function defaultRules({ kind, rules }: DeviceKind): Rule[] {
  return rules.map((rule) => ({ onDelay: 0, offDelay: 0, ...rule, kind, enabled: true, exceptions: [] }))
}

/** Every rule as it is now: as somebody has set it, else as its kind has it. */
export function rulesInForce(kinds: readonly DeviceKind[], set: Iterable<SetRule>): Map<string, Rule> {
  const found = new Map<string, Rule>()
  for (const kind of kinds) for (const rule of defaultRules(kind)) found.set(ruleKey(rule), rule)
  for (const rule of set) found.set(ruleKey(rule), rule)
  return found
}
