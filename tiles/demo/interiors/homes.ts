import type { Xy } from '../../cim/geometry.ts'
import type { Cell } from '../../cim/interior.ts'
import type { Move } from './move.ts'
import type { Box } from './outline.ts'
import type { CellSketch, Sketch } from './sketch.ts'

/** A home as it is drawn once: living to the south, bath and kitchen to the north. x = 0 is the wall away from the stair. */
export type Home = readonly CellSketch[]

const cell = (use: Cell['use'], boxes: readonly Box[], door?: Xy): CellSketch => ({
  use,
  boxes,
  ...(door ? { door } : {}),
})

const nineties = (south: readonly CellSketch[]): Home => [
  ...south,
  cell('bedroom', [[0, 6.7, 3.4, 12.3]], [3.4, 7.35]),
  cell('bath', [[3.4, 8, 5.5, 12.3]], [4.4, 8]),
  cell('kitchen', [[5.5, 8, 8.3, 12.3]], [6.6, 8]),
]

/** Two rooms of the nineties, 9.6 m wide, a loggia to the south; the stair takes the north-east corner. */
export const walkUpHome = nineties([
  cell('balcony', [[4.2, 0, 9.6, 1.4]], [6.9, 1.4]),
  cell('living', [
    [4.2, 1.4, 9.6, 6.7],
    [3.4, 6.7, 8.3, 8],
  ]),
  cell('bedroom', [[0, 0, 4.2, 6.7]], [4.2, 6.1]),
])

/** The same some years later: the balcony stands out of the wall. */
export const bayHome = nineties([
  cell('balcony', [[4.8, 0, 9, 1.4]], [6.9, 1.4]),
  cell('living', [
    [4.2, 1.4, 9.6, 6.7],
    [3.4, 6.7, 8.3, 8],
  ]),
  cell('bedroom', [[0, 1.4, 4.2, 6.7]], [4.2, 6.1]),
])

/** The brick houses of 1987: smaller rooms under a hip. */
export const brickHome: Home = [
  cell('balcony', [[5.6, 0, 9.6, 1.2]], [7.6, 1.2]),
  cell('living', [
    [5.6, 1.2, 9.6, 5.6],
    [3, 5.6, 8.3, 7.2],
  ]),
  cell('bedroom', [[0, 0, 5.6, 4.2]], [5.6, 3.4]),
  cell(
    'study',
    [
      [0, 4.2, 3, 7.2],
      [3, 4.2, 5.6, 5.6],
    ],
    [3, 6.4],
  ),
  cell('bedroom', [[0, 7.2, 3.6, 11.6]], [3.3, 7.2]),
  cell('bath', [[3.6, 7.2, 5.6, 11.6]], [4.6, 7.2]),
  cell('kitchen', [[5.6, 7.2, 8.3, 11.6]], [6.6, 7.2]),
]

/** Three rooms of 2010, 11 m wide, light from south and north. */
export const slabHome: Home = [
  cell('balcony', [[6.9, 0, 10.7, 1.5]], [8.8, 1.5]),
  cell('living', [
    [6.6, 1.5, 11, 7.4],
    [2.2, 7.4, 8, 10.4],
  ]),
  cell('bedroom', [[0, 1.5, 3.7, 7.4]], [3, 7.4]),
  cell('bedroom', [[3.7, 1.5, 6.6, 7.4]], [5.6, 7.4]),
  cell('bath', [[0, 7.4, 2.2, 10.4]], [2.2, 8.2]),
  cell('bedroom', [[0, 10.4, 3.3, 14.8]], [2.75, 10.4]),
  cell('bath', [[3.3, 10.4, 5.3, 13.6]], [4.3, 10.4]),
  cell('kitchen', [[5.3, 10.4, 8, 14.8]], [6.6, 10.4]),
]

/** A wing of a point tower, 9 m wide: door to the east, onto the corridor of the core. */
export const towerWingHome: Home = [
  cell('balcony', [[4.7, 0, 8.6, 1.4]], [6.6, 1.4]),
  cell('living', [
    [4.4, 1.4, 9, 5.8],
    [2.6, 5.8, 9, 9.6],
  ]),
  cell('bedroom', [[0, 1.4, 4.4, 5.8]], [4.4, 5.2]),
  cell('study', [[0, 5.8, 2.6, 9.6]], [2.6, 7.4]),
  cell('bedroom', [[0, 9.6, 3.5, 14.6]], [3.05, 9.6]),
  cell('bath', [[3.5, 9.6, 6.2, 12]], [4.8, 9.6]),
  cell('kitchen', [[6.2, 9.6, 9, 14.6]], [7.4, 9.6]),
]

/** The home between the wings, 12 m wide, all to the south; kitchen and bath look to the sides. */
export const towerSouthHome: Home = [
  cell('balcony', [[4.1, 0, 7.9, 1.5]], [6, 1.5]),
  cell('living', [
    [3.9, 1.5, 8.1, 6],
    [3, 6, 9, 9.8],
  ]),
  cell('bedroom', [[0, 1.5, 3.9, 6]], [3.4, 6]),
  cell('bedroom', [[8.1, 1.5, 12, 6]], [8.6, 6]),
  cell('kitchen', [[0, 6, 3, 9.8]], [3, 7.6]),
  cell('bath', [[9, 6, 12, 9.8]], [9, 7.6]),
]

/** A small flat on a corridor, 8.4 m wide; door in its north wall. */
export const flatHome: Home = [
  cell('balcony', [[4.4, 0, 8, 1.4]], [6.2, 1.4]),
  cell('living', [
    [4.2, 1.4, 8.4, 7],
    [2.6, 7, 8.4, 9],
  ]),
  cell('bedroom', [[0, 1.4, 4.2, 5.6]], [4.2, 5]),
  cell('kitchen', [[0, 5.6, 2.6, 9]], [2.6, 7.9]),
  cell('bath', [[2.6, 5.6, 4.2, 7]], [3.4, 7]),
]

export function addHome(sketch: Sketch, number: number, home: Home, move: Move, unit?: number): Sketch {
  const label = String(number).padStart(2, '0')
  return sketch.room(`home-${label}`, home.flatMap(({ boxes }) => boxes).map(move.box), {
    use: 'home',
    number: label,
    name: `${label}室`,
    cells: move.cells(home),
    ...(unit ? { unit } : {}),
  })
}
