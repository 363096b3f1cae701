import { expect, test } from 'vitest'
import { standsAt } from '#shared/world/happenings.ts'
import { areas } from '#shared/world/world.ts'
import { en } from '../i18n/en.ts'
import { zh } from '../i18n/zh.ts'
import { happeningText } from './happening-text.ts'

const PERSON = { kind: 'user', id: 'li', name: '李' } as const

test('whatever stands in a timeline has words in both languages', () => {
  const types = areas.flatMap(({ kinds }) => kinds.map(({ type }) => type))
  const told = types.filter((type) => standsAt({ type, by: PERSON, data: {} }) !== undefined)
  expect(told.length).toBeGreaterThan(40)
  for (const t of [zh, en]) for (const type of told) expect(Object.keys(t.history.what)).toContain(type)
})

test('it says what happened, to which rule, who did it and what they said', () => {
  const data = { alarms: ['d~outage~1'], alarm: 'd~outage~1', note: '已派人' }
  const event = { seq: 1, at: 0, type: 'alarm:commented', by: PERSON, data }
  expect(happeningText(event, undefined, '李', zh, 'zh')).toMatch(/^备注 .+ · 李：已派人$/)
})
