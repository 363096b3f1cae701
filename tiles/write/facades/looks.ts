import type { Building, Facade } from '../../cim/buildings.ts'

/** One drawing repeats every so many bays along and storeys up: often enough to be small, seldom enough not to be seen. */
export const REPEAT = 8

/** How a wall is drawn. `light` is the share of its windows that are lit in the evening. */
export interface Look {
  id: string
  surface: 'plaster' | 'brick' | 'tile' | 'panel' | 'metal'
  /** In 64ths of a bay and a storey, from the left and from the top. */
  window: { left: number; right: number; top: number; bottom: number }
  /** Panes side by side. */
  panes: number
  /** Air conditioners hang below some of the windows. */
  units: boolean
  light: number
  /** Metres that a bay is wide. */
  bay: number
}

const look = (
  id: string,
  surface: Look['surface'],
  [left, right, top, bottom]: number[],
  more: Partial<Look> = {},
): Look => ({
  id,
  surface,
  window: { left: left as number, right: right as number, top: top as number, bottom: bottom as number },
  panes: 2,
  units: false,
  light: 0.36,
  bay: 3.3,
  ...more,
})

/** Every facade there is: the fewer, the fewer draws. */
export const looks = {
  plain: look('plain', 'plaster', [20, 44, 16, 46], { units: true }),
  home: look('home', 'plaster', [12, 52, 13, 47], { units: true }),
  brick: look('brick', 'brick', [18, 46, 15, 46], { units: true }),
  tile: look('tile', 'tile', [10, 54, 11, 49], { panes: 3 }),
  terrace: look('terrace', 'tile', [4, 60, 7, 60], { panes: 4, light: 0.44 }),
  school: look('school', 'plaster', [5, 59, 12, 44], { panes: 4, light: 0.14, bay: 4 }),
  stone: look('stone', 'panel', [16, 48, 8, 54], { light: 0.2, bay: 3.6 }),
  curtain: look('curtain', 'metal', [1, 63, 2, 50], { panes: 2, light: 0.3, bay: 3 }),
  shop: look('shop', 'metal', [3, 61, 16, 62], { panes: 3, light: 0.82, bay: 4.2 }),
} as const satisfies Record<string, Look>

export type LookName = keyof typeof looks

/** The facade of a wall: `front` is where the sun comes in, with balconies where there are some; `ground` the first storey. */
export function lookOf(
  { facade, use, structure }: Pick<Building, 'facade' | 'use' | 'structure'>,
  front: boolean,
  ground: boolean,
): LookName {
  const material: Facade['material'] = facade?.material ?? 'plaster'
  if ((use === 'commercial' || use === 'market') && ground) return 'shop'
  if (material === 'glass') return 'curtain'
  if (use === 'school' || use === 'kindergarten') return 'school'
  if (material === 'stone' || material === 'concrete') return 'stone'
  if (use === 'residential') {
    if (front && facade?.balconies) return 'terrace'
    if (material === 'brick') return 'brick'
    if (material === 'tile') return 'tile'
    return structure === 'brick-concrete' || (facade?.glazing ?? 0.3) < 0.28 ? 'plain' : 'home'
  }
  return material === 'brick' ? 'brick' : material === 'tile' ? 'tile' : 'home'
}
