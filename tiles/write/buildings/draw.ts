import type { Building } from '../../cim/buildings.ts'
import type { LonLat } from '../../cim/geometry.ts'
import { lookOf } from '../facades/looks.ts'
import type { Meshes } from '../mesh.ts'
import type { Plan } from '../plan.ts'
import { addDetails } from './details.ts'
import { addRoof } from './roofs.ts'
import { addShell } from './shell.ts'
import { volumesOf } from './volumes.ts'
import { addWalls } from './walls.ts'

/** From near: balconies and roofs with what stands on them. In the middle: parapets. From far: the plain volumes. */
export type Detail = 'near' | 'middle' | 'far'

const PLAIN_WALL = '#b3aa9c'
const ROOFS = ['#8d8a84', '#85867f', '#949089', '#7d8082'] as const
const TILES = ['#8a5f4e', '#7f6b5d', '#6c6f72', '#94705a'] as const

/** Adds a building to a tile; what was added bears `meshes.feature`. */
export function drawBuilding(meshes: Meshes, building: Building, plan: Plan, detail: Detail): void {
  const seed = seedOf(building.place)
  const wall = building.facade?.color ?? PLAIN_WALL
  const pitched = building.roof && building.roof.kind !== 'flat'
  const roof = (pitched ? TILES : ROOFS)[seed % 4] as string
  if (building.shell) {
    const { up, point } = plan.near(middleOf(building))
    const [east, north] = point(middleOf(building))
    const at = [east, north, up + (building.position?.height ?? 0)] as const
    const look = lookOf(building, false, false)
    addShell(meshes, building.shell, {
      wall,
      roof: TILES[seed % 4] as string,
      look,
      floorHeight: building.floorHeight,
      at,
    })
    return
  }
  const volumes = volumesOf(building, plan)
  for (const volume of volumes) {
    addWalls(meshes, volume, { building, color: wall, seed, fine: detail !== 'far' })
    addRoof(meshes, volume, roof)
  }
  if (detail === 'near') addDetails(meshes, building, volumes, seed)
}

/** Is there more to see from near? A surveyed shell, and a block of which nothing is known, look the same from everywhere. */
export function hasDetails({ shell, facade, use }: Building): boolean {
  return shell === undefined && facade !== undefined && use !== 'utility'
}

export function middleOf({ position, footprint }: Building): LonLat {
  return position ? [position.lon, position.lat] : (footprint[0] as LonLat)
}

export function seedOf(text: string): number {
  let hash = 17
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0
  return Math.abs(hash)
}
