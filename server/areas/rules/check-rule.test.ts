import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { defaultRules } from '#models/rules.ts'
import { World } from '#shared/world/world.ts'
import { checkRule } from './check-rule.ts'

test('what the kinds bring along are rules that somebody could have set', () => {
  const rules = deviceKinds.all.flatMap(defaultRules)
  expect(rules.length).toBeGreaterThan(deviceKinds.all.length)
  for (const rule of rules) expect(() => checkRule(rule, deviceKinds, new World())).not.toThrow()
})
