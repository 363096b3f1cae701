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

test('of a linkage it says which, what it moved, and whether it was a dry run; and what came of it', () => {
  const by = { kind: 'system', id: 'linkages' } as const
  const name = { zh: '火灾疏散', en: 'Fire escape' }
  const ran = { seq: 1, at: 0, type: 'linkage:ran', by, data: { name, count: 3, called: 2, mode: 'dry' } }
  expect(happeningText(ran, undefined, '', en, 'en')).toBe(
    'Linkage “Fire escape”: 3 devices, 2 cameras called up · Dry run',
  )
  const outcomes = ['done', 'done', 'unanswered'].map((state, step) => ({ state, step }))
  const answered = { seq: 2, at: 0, type: 'linkage:answered', by, data: { part: 'p', outcomes } }
  expect(happeningText(answered, undefined, '', zh, 'zh')).toBe('联动动作结果：已执行 2 · 无回应 1')
})

test('what was united, parted, assigned, graded and closed is told as that', () => {
  const said = (type: string, data: Record<string, unknown>) =>
    happeningText({ seq: 1, at: 0, type, by: PERSON, data: { alarm: 'd~r~1', ...data } }, undefined, '李', zh, 'zh')
  expect(said('alarm:clustered', { cluster: 'a' })).toBe('归并 · 李')
  expect(said('alarm:clustered', { cluster: null })).toBe('拆分 · 李')
  expect(said('alarm:assigned', { to: { id: 'w', name: '王' }, note: '去看看' })).toMatch(/王；去看看$/)
  expect(said('alarm:regraded', { grade: 1 })).toContain(zh.grade[1])
})
