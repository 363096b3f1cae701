/** How the lanes of a quarter reach the streets: from the ends of its spine, or from the end of a row. */
type Exit = { spine: 'south' | 'north'; to: number } | { row: number; to: number }

/** A quarter of rows within its fence. */
export interface Court {
  quarter: string
  id: string
  fence: [west: number, south: number, east: number, north: number]
  kind: 'fence' | 'wall' | 'hedge'
  exits: Exit[]
}

export const courts: Court[] = [
  {
    quarter: '锦绣新村',
    id: 'xincun',
    fence: [-480, -480, -262, -242],
    kind: 'wall',
    exits: [
      { spine: 'north', to: -230 },
      { row: 2, to: -250 },
    ],
  },
  {
    quarter: '锦绣新村北区',
    id: 'beiqu',
    fence: [-238, -480, -29, -242],
    kind: 'wall',
    exits: [
      { spine: 'north', to: -230 },
      { row: 1, to: -250 },
    ],
  },
  {
    quarter: '锦绣西里',
    id: 'xili',
    fence: [-480, -218, -262, 9],
    kind: 'fence',
    exits: [
      { spine: 'south', to: -230 },
      { spine: 'north', to: 40 },
      { row: 2, to: -250 },
    ],
  },
  {
    quarter: '锦和里',
    id: 'jinhe',
    fence: [15, -480, 238, -242],
    kind: 'fence',
    exits: [
      { spine: 'north', to: -230 },
      { row: 1, to: 250 },
    ],
  },
  {
    quarter: '锦和西苑',
    id: 'xiyuan',
    fence: [-480, 68, -262, 268],
    kind: 'fence',
    exits: [
      { spine: 'south', to: 40 },
      { spine: 'north', to: 280 },
      { row: 1, to: -250 },
    ],
  },
  {
    quarter: '锦和东苑',
    id: 'dongyuan',
    fence: [262, 54, 480, 268],
    kind: 'fence',
    exits: [
      { spine: 'south', to: 40 },
      { spine: 'north', to: 280 },
      { row: 1, to: 250 },
    ],
  },
  {
    quarter: '云锦苑',
    id: 'yunjin',
    fence: [-480, 292, -262, 480],
    kind: 'hedge',
    exits: [
      { spine: 'south', to: 280 },
      { row: 0, to: -250 },
    ],
  },
  {
    quarter: '云锦苑东区',
    id: 'yunjin-dong',
    fence: [-238, 292, -29, 480],
    kind: 'hedge',
    exits: [
      { spine: 'south', to: 280 },
      { row: 1, to: -250 },
    ],
  },
  {
    quarter: '云锦台',
    id: 'yunjin-tai',
    fence: [32, 292, 238, 480],
    kind: 'hedge',
    exits: [
      { spine: 'south', to: 280 },
      { row: 0, to: 250 },
    ],
  },
]
