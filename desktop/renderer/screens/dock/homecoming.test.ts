import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigPresets, presetOf } from '../big/presets.ts'
import { type Arrangement, type Part, panelsOf, readArrangement } from './arrangement.ts'
import { comesHome } from './homecoming.ts'

const homes = Object.values(bigPresets) as Arrangement[]
const knownIn = (home: Arrangement) => new Map(panelsOf(home).map((panel) => [panel, {}]))

/** As when its tab was closed: its room goes to those beside it. */
function without(home: Arrangement, ...closed: string[]): Arrangement {
  const strike = (part: Part): Part =>
    'parts' in part
      ? { ...part, parts: part.parts.map(strike) }
      : { ...part, panels: part.panels.filter((panel) => !closed.includes(panel)) }
  return readArrangement(strike(home), knownIn(home)) as Arrangement
}

/** How things stand, whatever their shares. */
const drawn = (part: Part): unknown => ('parts' in part ? part.parts.map(drawn) : part.panels.join('|'))

test('closed and called back, each panel of a wall stands where it stood', () => {
  for (const home of homes)
    for (const panel of panelsOf(home).filter((one) => one !== 'scene')) {
      const back = comesHome(without(home, panel), home, panel) as Arrangement
      expect(panelsOf(back), panel).toEqual(panelsOf(home))
    }
})

test('alone of its column it comes beside the column it stood beside, on the same side', () => {
  const closed = without(bigPresets.wide, 'maps', 'attention')
  expect(drawn(comesHome(closed, bigPresets.wide, 'attention') as Arrangement)).toEqual([
    'attention',
    ['scene', 'cameras'],
    ['board', 'alarm-trend', 'helpers'],
  ])
})

test('as large as it stood there', () => {
  const { parts } = comesHome(without(bigPresets.ultra, 'board'), bigPresets.ultra, 'board') as Arrangement
  const share = (at: number) => parts[at]?.share as number
  expect(share(3) / share(2)).toBeCloseTo(14 / 46)
})

test('whatever is closed, and in whatever order it comes back: all of it is there, once', () => {
  const home = fc.constantFrom(...homes)
  const order = home.chain((one) =>
    fc.shuffledSubarray(panelsOf(one).filter((panel) => panel !== 'scene')).map((closed) => ({ one, closed })),
  )
  fc.assert(
    fc.property(order, ({ one, closed }) => {
      let current = without(one, ...closed)
      for (const panel of closed) current = comesHome(current, one, panel) as Arrangement
      expect(panelsOf(current).sort()).toEqual(panelsOf(one).sort())
      expect(readArrangement(current, knownIn(one))).toEqual(current)
    }),
  )
})

test('from a stack it comes back into it, in front; from nowhere it does not come', () => {
  const home: Arrangement = {
    share: 1,
    parts: [
      { share: 1, panels: ['alarms', 'devices'] },
      { share: 2, panels: ['scene'] },
    ],
  }
  const current: Arrangement = {
    share: 1,
    parts: [
      { share: 2, panels: ['scene'] },
      { share: 1, panels: ['alarms'] },
    ],
  }
  expect(comesHome(current, home, 'devices')?.parts[1]).toEqual({
    share: 1,
    panels: ['alarms', 'devices'],
    front: 'devices',
  })
  expect(comesHome(current, home, 'cameras')).toBeUndefined()
})

test('over two that stand side by side, it comes over both', () => {
  const home = presetOf({ columns: 4, rows: 2, bezel: 0 })
  const current: Arrangement = {
    share: 1,
    parts: [
      { share: 1, panels: ['maps'] },
      { share: 2, panels: ['scene'] },
      { share: 1, panels: ['alarm-trend'] },
      { share: 1, panels: ['helpers'] },
    ],
  }
  expect(drawn(comesHome(current, home, 'board') as Arrangement)).toEqual([
    'maps',
    'scene',
    ['board', ['alarm-trend', 'helpers']],
  ])
})
