import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { defaultRules } from '#models/rules.ts'
import { Rule } from '#shared/world/rules.ts'
import { fieldsOf, ruleOf } from './entry.ts'

test('whatever a rule says goes through the form and comes out as it was', () => {
  const [any] = deviceKinds.all.flatMap(defaultRules)
  const full = Rule.parse({
    ...any,
    latches: true,
    again: 15,
    closes: false,
    sign: 'power',
    explainedBy: [
      { rule: 'outage', at: 'community' },
      { kind: 'power-room', rule: 'overload', at: 'building' },
    ],
    hours: { days: [1], from: '08:00', to: '18:00' },
    exceptions: [{ place: 'jx/z1', grade: 2, enabled: false }],
  })
  for (const rule of [full, ...deviceKinds.all.flatMap(defaultRules).map((one) => Rule.parse(one))])
    expect(Rule.parse(ruleOf(fieldsOf(rule), rule.rule))).toEqual(rule)
})
