import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrangement, type Known, type Part, panelsOf, readArrangement, standsAlike } from './arrangement.ts'

const known = new Map<string, Known>([
  ['scene', { stays: true, alone: true }],
  ['alarms', {}],
  ['devices', {}],
  ['detail', { stays: true }],
])

const stack = fc.record({
  share: fc.double({ min: 1e-4, max: 1e6, noNaN: true }),
  panels: fc.array(fc.constantFrom('scene', 'alarms', 'devices', 'detail', 'gone', ''), { maxLength: 5 }),
})
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    stack,
    fc.record({ share: fc.constant(1), parts: fc.array(tie('part'), { maxLength: 4 }) }),
  ),
}))

test('whatever was kept: panels that there are, each once, and those that stay; read again it is the same', () => {
  fc.assert(
    fc.property(part, (kept) => {
      const read = readArrangement({ share: 1, parts: [kept] }, known) as Arrangement
      const panels = panelsOf(read)
      expect(new Set(panels).size).toBe(panels.length)
      expect(panels).toEqual(expect.arrayContaining(['scene', 'detail']))
      expect(panels.filter((panel) => !known.has(panel))).toEqual([])
      expect(readArrangement(read, known)).toEqual(read)
    }),
  )
})

test('no part is empty, and none has a single stack in it', () => {
  const look = (one: Part): void => {
    if (!('parts' in one)) {
      expect(one.panels.length).toBeGreaterThan(0)
      return
    }
    const [only] = one.parts
    expect(one.parts.length > 1 || (only && 'parts' in only)).toBe(true)
    for (const inner of one.parts) look(inner)
  }
  fc.assert(
    fc.property(part, (kept) => {
      for (const one of (readArrangement({ share: 1, parts: [kept] }, known) as Arrangement).parts) look(one)
    }),
  )
})

test('what is no arrangement is not read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (kept) => {
      const read = readArrangement(kept, known)
      if (read) expect(panelsOf(read)).toContain('scene')
    }),
  )
  for (const kept of [null, 'x', {}, { share: 1 }, { share: -1, parts: [] }, { share: 1, parts: [{ share: 'x' }] }])
    expect(readArrangement(kept, known)).toBeUndefined()
})

test('the one in front stays in front, if it is there', () => {
  const read = (front: string) =>
    readArrangement({ share: 1, parts: [{ share: 1, panels: ['alarms', 'detail'], front }] }, known)?.parts[0]
  expect(read('detail')).toEqual({ share: 1, panels: ['alarms', 'detail'], front: 'detail' })
  expect(read('gone')).toEqual({ share: 1, panels: ['alarms', 'detail'] })
})

test('another border is no other order; another front is one', () => {
  const of = (share: number, front?: string): Arrangement => ({
    share: 1,
    parts: [{ share, panels: ['alarms', 'devices'], ...(front && { front }) }],
  })
  expect(standsAlike(of(1), of(2))).toBe(true)
  expect(standsAlike(of(1), of(1, 'devices'))).toBe(false)
})

test('the stage stands behind no tab', () => {
  const kept = { share: 1, parts: [{ share: 1, panels: ['alarms', 'scene', 'detail'], front: 'alarms' }] }
  expect(readArrangement(kept, known)?.parts).toEqual([
    { share: 1, panels: ['scene'] },
    { share: 1, panels: ['alarms', 'detail'], front: 'alarms' },
  ])
})
