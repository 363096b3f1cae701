import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { area } from './area.ts'
import { event, SYSTEM } from './event.ts'
import { areaOf, areas, World } from './world.ts'

test('every file that declares an area is named in world.ts', () => {
  const declared = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'area.ts')
    .flatMap((name) => [
      ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/\barea<\w+>\(\)\(\s*'([^']+)'/g),
    ])
    .map(([, name]) => name)
  expect(declared.length).toBeGreaterThan(0)
  expect(declared.sort()).toEqual(areas.map(({ name }) => name).sort())
})

test('an event belongs to one area alone', async () => {
  for (const declared of areas) for (const type of declared.applies.keys()) expect(areaOf(type)).toBe(declared)
  expect(areaOf('no:such')).toBeUndefined()
  const kind = event('test:happened', {} as never)
  expect(() =>
    area()('twice', { see: null })
      .on(kind, () => {})
      .on(kind, () => {}),
  ).toThrow('twice')

  vi.resetModules()
  vi.doMock('./users.ts', async (original) => {
    const whole = await original<typeof import('./users.ts')>()
    const { alarmRaised } = await import('./alarm-events.ts')
    return { ...whole, users: whole.users.on(alarmRaised as never, () => {}) }
  })
  await expect(import('./world.ts')).rejects.toThrow('alarm:raised is declared by alarms and users')
  vi.doUnmock('./users.ts')
  vi.resetModules()
})

test('an event that nobody declared is refused, and moves nothing', () => {
  const world = new World()
  expect(() => world.apply({ seq: 1, at: 1, type: 'no:such', place: 'jinxiu', by: SYSTEM, data: {} })).toThrow(
    'event.unknown',
  )
  expect(world.seq).toBe(0)
})
