import { civics } from './civics.ts'
import { at, type Spot, turnedAround } from './frame.ts'
import { apartmentHouse, bayHouse, brickHouse, pointTower, slabHouse, type Type, walkUpHouse } from './types.ts'

export interface Quarter {
  /** The grid unit it belongs to. */
  zone: number
  name: string
  type: Type
  spots: Spot[]
  /** Names of single buildings; else they are numbered: 云锦苑3栋. */
  names?: string[]
  turn?: number
  /** Houses of one quarter are not painted alike. */
  colors?: string[]
  /** Stand in rows of so many, with lanes between. */
  columns?: number
}

/** Houses in rows, the whole turned a little. */
function rows(
  [east, north]: [number, number],
  [columns, count]: [number, number],
  [stepEast, stepNorth]: [number, number],
  turn = 0,
  stagger = 0,
): Pick<Quarter, 'spots' | 'turn' | 'columns'> {
  const spots: Spot[] = []
  const middle = at(east + ((columns - 1) * stepEast) / 2, north + ((count - 1) * stepNorth) / 2)
  for (let row = 0; row < count; row++)
    for (let column = 0; column < columns; column++)
      spots.push(turnedAround(middle, at(east + column * stepEast, north + row * stepNorth + column * stagger), turn))
  return { spots, turn, columns }
}

const SAND = ['#a99a84', '#a3937d', '#ad9f8d']
const BRICK = ['#94705a', '#8c6b58', '#9a7862']
const TILE = ['#b3a596', '#aa9f94', '#b8a894']

/** All quarters, block by block between the streets, from the south-west. New ones come last: buildings are numbered on. */
export const quarters: Quarter[] = [
  { zone: 1, name: '锦绣新村', type: walkUpHouse, ...rows([-438, -460], [2, 4], [122, 56]), colors: SAND },
  { zone: 1, name: '锦绣新村北区', type: brickHouse, ...rows([-194, -456], [2, 4], [118, 54], 4), colors: BRICK },
  { zone: 2, name: '锦绣西里', type: bayHouse, ...rows([-438, -182], [2, 4], [122, 54]), colors: TILE },
  {
    zone: 3,
    name: '锦和里',
    type: { ...slabHouse, builtYear: 2006 },
    ...rows([62, -458], [2, 3], [118, 82]),
    colors: ['#b09f88', '#a89a8a'],
  },
  {
    zone: 4,
    name: '锦和西苑',
    type: slabHouse,
    ...rows([-436, 90], [2, 3], [120, 72]),
    colors: ['#a5a097', '#b0a794'],
  },
  {
    zone: 4,
    name: '锦和东苑',
    type: { ...slabHouse, builtYear: 2012 },
    ...rows([316, 84], [2, 3], [118, 74], 3),
    colors: ['#b5a690', '#a69a8c', '#9f9a92'],
  },
  {
    zone: 5,
    name: '云锦苑',
    type: pointTower,
    ...rows([-425, 330], [2, 2], [100, 96], 0, 12),
    colors: ['#b8b0a3', '#aca69c'],
  },
  {
    zone: 5,
    name: '云锦苑东区',
    type: { ...pointTower, builtYear: 2019 },
    ...rows([-182, 334], [2, 2], [96, 92], -5),
    colors: ['#a8a49c', '#b3a99a'],
  },
  {
    zone: 5,
    name: '云锦台',
    type: { ...pointTower, builtYear: 2021, facade: { ...pointTower.facade, material: 'stone' } },
    ...rows([72, 334], [2, 2], [98, 92], 6),
    colors: ['#9d978e', '#a9a093'],
  },
  ...civics.slice(0, 13),
  {
    zone: 3,
    name: '锦绣公寓',
    type: apartmentHouse,
    spots: [at(335, -400), at(428, -400)],
    names: ['锦绣公寓A座', '锦绣公寓B座'],
  },
  ...civics.slice(13),
  {
    zone: 6,
    name: '锦绣青年公寓',
    type: { ...apartmentHouse, floors: [12, 12], basements: 1, builtYear: 2020 },
    spots: [at(46, -165), at(118, -165)],
    names: ['锦绣青年公寓1号楼', '锦绣青年公寓2号楼'],
    colors: ['#a89b8c', '#9b938a'],
  },
]
