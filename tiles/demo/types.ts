import type { Building, Facade } from '../cim/buildings.ts'
import { apartments } from './interiors/apartments.ts'
import type { Drawing } from './interiors/drawing.ts'
import { slab } from './interiors/slab.ts'
import { tower } from './interiors/tower.ts'
import { walkUp } from './interiors/walk-up.ts'

/** A kind of building as it stands several times in a quarter. */
export interface Type {
  use: Building['use']
  draw: (floors: number, basements: number) => Drawing
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

export const pointTower: Type = {
  use: 'residential',
  draw: tower,
  floors: [24, 29],
  floorHeight: 3,
  basements: 2,
  units: 1,
  homes: 3,
  builtYear: 2017,
  structure: 'shear-wall',
  facade: { material: 'tile', color: '#b8b0a3', glazing: 0.42, balconies: true },
}

export const slabHouse: Type = {
  use: 'residential',
  draw: slab,
  floors: [10, 12],
  floorHeight: 3,
  basements: 1,
  units: 3,
  homes: 6,
  builtYear: 2010,
  structure: 'frame-shear-wall',
  facade: { material: 'plaster', color: '#b09f88', glazing: 0.34, balconies: true },
}

export const apartmentHouse: Type = {
  ...pointTower,
  draw: apartments,
  floors: [18, 18],
  homes: 6,
  builtYear: 2019,
  facade: { material: 'tile', color: '#a9a59b', glazing: 0.38, balconies: true },
}

/** Three ages of houses without an elevator. */
export const walkUpHouse: Type = {
  use: 'residential',
  draw: (floors) => walkUp(floors, 'loggia'),
  floors: [6, 6],
  floorHeight: 2.9,
  basements: 0,
  units: 3,
  homes: 6,
  builtYear: 1995,
  structure: 'brick-concrete',
  facade: { material: 'plaster', color: '#a99a84', glazing: 0.26, balconies: true },
  roof: { kind: 'gable', height: 2.6 },
}

export const brickHouse: Type = {
  ...walkUpHouse,
  draw: (floors) => walkUp(floors, 'brick'),
  builtYear: 1987,
  facade: { material: 'brick', color: '#94705a', glazing: 0.24, balconies: false },
  roof: { kind: 'hip', height: 2.4 },
}

export const bayHouse: Type = {
  ...walkUpHouse,
  draw: (floors) => walkUp(floors, 'bay'),
  builtYear: 1998,
  facade: { material: 'tile', color: '#b3a596', glazing: 0.28, balconies: true },
  roof: { kind: 'flat', height: 0 },
}

export function civic(
  use: Building['use'],
  draw: Type['draw'],
  floors: number,
  color: string,
  builtYear: number,
  more: Partial<Type> = {},
): Type {
  const glass = use === 'commercial' || use === 'office'
  return {
    use,
    draw,
    floors: [floors, floors],
    floorHeight: 4,
    basements: 0,
    units: 1,
    homes: 0,
    builtYear,
    structure: 'frame',
    facade: { material: glass ? 'glass' : 'tile', color, glazing: 0.45, balconies: false },
    ...more,
  }
}
