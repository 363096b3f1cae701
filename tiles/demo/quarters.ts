import type { Building, Facade } from '../cim/buildings.ts'
import { at, type Spot } from './frame.ts'

/** A kind of building as it stands several times in a quarter. */
export interface Type {
  use: Building['use']
  size: [width: number, depth: number]
  floors: [least: number, most: number]
  floorHeight: number
  basements: number
  units: number
  /** Homes on a floor, in all units together. */
  homes: number
  builtYear: number
  structure: NonNullable<Building['structure']>
  facade: Facade
  roof?: NonNullable<Building['roof']>
}

export interface Quarter {
  /** The grid unit it belongs to. */
  zone: number
  name: string
  type: Type
  spots: Spot[]
  /** Names of single buildings; else they are numbered: 云锦苑3栋. */
  names?: string[]
  turn?: number
}

const tower: Type = {
  use: 'residential',
  size: [30, 24],
  floors: [24, 29],
  floorHeight: 3,
  basements: 2,
  units: 1,
  homes: 3,
  builtYear: 2019,
  structure: 'shear-wall',
  facade: { material: 'tile', color: '#b8b0a3', glazing: 0.42, balconies: true },
}
const slab: Type = {
  use: 'residential',
  size: [66, 15],
  floors: [10, 12],
  floorHeight: 3,
  basements: 1,
  units: 3,
  homes: 6,
  builtYear: 2010,
  structure: 'frame-shear-wall',
  facade: { material: 'plaster', color: '#b09f88', glazing: 0.34, balconies: true },
}
const walkUp: Type = {
  use: 'residential',
  size: [58, 12.5],
  floors: [6, 6],
  floorHeight: 2.9,
  basements: 0,
  units: 3,
  homes: 6,
  builtYear: 1995,
  structure: 'brick-concrete',
  facade: { material: 'plaster', color: '#a3937d', glazing: 0.26, balconies: true },
  roof: { kind: 'gable', height: 2.6 },
}
const brickWalkUp: Type = {
  ...walkUp,
  builtYear: 1987,
  facade: { material: 'brick', color: '#94705a', glazing: 0.24, balconies: false },
}
const civic = (
  use: Building['use'],
  size: [number, number],
  floors: number,
  color: string,
  builtYear: number,
): Type => ({
  use,
  size,
  floors: [floors, floors],
  floorHeight: 4,
  basements: use === 'commercial' ? 2 : 0,
  units: 1,
  homes: 0,
  builtYear,
  structure: 'frame',
  facade: {
    material: use === 'commercial' || use === 'office' ? 'glass' : 'tile',
    color,
    glazing: 0.45,
    balconies: false,
  },
})

function rows(
  east: number,
  north: number,
  columns: number,
  count: number,
  stepEast: number,
  stepNorth: number,
): Spot[] {
  const spots: Spot[] = []
  for (let row = 0; row < count; row++)
    for (let column = 0; column < columns; column++) spots.push(at(east + column * stepEast, north + row * stepNorth))
  return spots
}

/** All quarters, block by block between the streets, from the south-west. */
export const quarters: Quarter[] = [
  { zone: 1, name: '锦绣新村', type: walkUp, spots: rows(-438, -460, 2, 4, 122, 56) },
  { zone: 1, name: '锦绣新村北区', type: brickWalkUp, spots: rows(-190, -460, 2, 4, 122, 56), turn: 0 },
  { zone: 2, name: '锦绣西里', type: walkUp, spots: rows(-438, -182, 2, 4, 122, 54) },
  { zone: 3, name: '锦和里', type: slab, spots: rows(62, -462, 2, 3, 118, 84) },
  { zone: 4, name: '锦和西苑', type: slab, spots: rows(-436, 82, 2, 3, 120, 74) },
  { zone: 4, name: '锦和东苑', type: slab, spots: rows(316, 82, 2, 3, 118, 74) },
  { zone: 5, name: '云锦苑', type: tower, spots: rows(-425, 330, 2, 2, 100, 96) },
  { zone: 5, name: '云锦苑东区', type: tower, spots: rows(-178, 330, 2, 2, 100, 96) },
  { zone: 5, name: '云锦台', type: tower, spots: rows(72, 330, 2, 2, 100, 96) },
  {
    zone: 6,
    name: '锦绣小学',
    type: civic('school', [76, 17], 4, '#a5785c', 2004),
    spots: [at(92, -15), at(92, -80)],
    names: ['锦绣小学教学楼', '锦绣小学综合楼'],
  },
  {
    zone: 6,
    name: '锦绣幼儿园',
    type: civic('kindergarten', [44, 20], 3, '#b98f63', 2008),
    spots: [at(-185, -30)],
    names: ['锦绣幼儿园'],
  },
  {
    zone: 6,
    name: '社区服务中心',
    type: civic('public', [46, 26], 4, '#a9a698', 2014),
    spots: [at(-80, -30)],
    names: ['社区服务中心'],
  },
  {
    zone: 6,
    name: '社区卫生站',
    type: civic('clinic', [34, 20], 3, '#b4b6b3', 2014),
    spots: [at(-185, -120)],
    names: ['社区卫生服务站'],
  },
  {
    zone: 6,
    name: '农贸市场',
    type: civic('market', [70, 42], 2, '#8f8674', 2001),
    spots: [at(-80, -130)],
    names: ['农贸市场'],
  },
  {
    zone: 6,
    name: '锦绣汇',
    type: civic('commercial', [96, 62], 4, '#78858e', 2016),
    spots: [at(375, -60)],
    names: ['锦绣汇商场'],
  },
  {
    zone: 6,
    name: '锦绣商务中心',
    type: { ...civic('office', [44, 32], 18, '#71818c', 2017), basements: 2 },
    spots: [at(330, 385)],
    names: ['锦绣商务中心'],
  },
  {
    zone: 6,
    name: '云锦广场',
    type: civic('commercial', [84, 40], 3, '#7f8a8c', 2018),
    spots: [at(425, 350)],
    names: ['云锦广场'],
  },
  {
    zone: 3,
    name: '警务室',
    type: civic('police', [26, 16], 2, '#8d97a3', 2013),
    spots: [at(330, -290)],
    names: ['锦绣社区警务室'],
  },
  {
    zone: 3,
    name: '微型消防站',
    type: civic('fire', [30, 16], 2, '#9c5f52', 2018),
    spots: [at(400, -290)],
    names: ['微型消防站'],
  },
  {
    zone: 3,
    name: '配电房',
    type: { ...civic('utility', [18, 12], 1, '#85888b', 1996) },
    spots: [at(455, -290), at(-215, 240)],
    names: ['开闭所', '公园泵房'],
  },
  {
    zone: 3,
    name: '锦绣公寓',
    type: { ...tower, size: [34, 26], floors: [18, 18], homes: 6 },
    spots: [at(340, -400), at(430, -400)],
    names: ['锦绣公寓A座', '锦绣公寓B座'],
  },
]

export const zoneNames = ['锦绣新村网格', '锦绣西里网格', '锦和里网格', '锦和苑网格', '云锦苑网格', '公共服务网格']
