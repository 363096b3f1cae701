import { describe, expect, test } from 'vitest'
import { explaining, type Share } from './causes.ts'

type Shares = Record<string, [count: number, total: number]>
const shareOf = ([count, total]: [number, number]): Share => ({ count, total })

/** What is left of groups that are all out. `spreads`: each gateway with those behind it, by place. */
function causes(groups: Shares, spreads: Record<string, Shares>): string[] {
  const found = explaining(Object.keys(groups), {
    share: (group) => shareOf(groups[group] ?? [0, 0]),
    spread: (gateway) => new Map(Object.entries(spreads[gateway] ?? {}).map(([place, of]) => [place, shareOf(of)])),
    isEnough: (_, { count, total }) => count >= total / 2,
  })
  return [...found].sort()
}

describe('of several that are out', () => {
  const cases: [name: string, groups: Shares, spreads: Record<string, Shares>, string[]][] = [
    ['the largest place', { a: [60, 100], 'a/z': [40, 50], 'a/z/b': [20, 20] }, {}, ['a']],
    ['two places that lie beside each other', { 'a/z': [40, 50], 'a/y': [5, 5] }, {}, ['a/y', 'a/z']],
    [
      'a gateway, though most of a place are behind it',
      { a: [9, 12], 'gateway:g': [8, 8] },
      { g: { a: [8, 8] } },
      ['gateway:g'],
    ],
    [
      'a gateway that is silent itself, where nobody else is',
      { a: [5, 5], 'gateway:g': [4, 4] },
      { g: { a: [5, 5] } },
      ['gateway:g'],
    ],
    ['a place that is dark besides', { a: [20, 20], 'gateway:g': [12, 12] }, { g: { a: [12, 12] } }, ['a']],
    [
      'both, where those behind it stand elsewhere as well',
      { 'a/z': [20, 20], 'gateway:g': [15, 15] },
      { g: { a: [15, 15], 'a/z': [12, 12], 'a/y': [3, 3] } },
      ['a/z', 'gateway:g'],
    ],
    [
      'one place with two gateways in it, both of them dark',
      { a: [20, 30], 'gateway:g': [10, 10], 'gateway:h': [10, 10] },
      { g: { a: [10, 10] }, h: { a: [10, 10] } },
      ['a'],
    ],
    [
      'a floor of its own in a house that only a gateway makes dark',
      { 'a/z/b': [16, 30], 'a/z/b/f1': [6, 6], 'gateway:g': [10, 10] },
      { g: { a: [10, 10], 'a/z': [10, 10], 'a/z/b': [10, 10] } },
      ['a/z/b/f1', 'gateway:g'],
    ],
  ]
  for (const [name, groups, spreads, expected] of cases)
    test(name, () => {
      expect(causes(groups, spreads)).toEqual(expected)
    })
})
