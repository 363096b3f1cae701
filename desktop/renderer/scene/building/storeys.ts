import type { Building } from '#tiles/cim/buildings.ts'
import { floorLevel, floorPath, storeyHeight } from '#tiles/cim/floors.ts'
import type { Interior } from '#tiles/cim/interior.ts'

export interface Storey {
  floor: number
  /** 3F, B1. */
  name: string
  path: string
  /** Of its floor, metres above the community's ground. */
  level: number
  height: number
}

/** From the lowest to the highest: those that are drawn inside, or else those that the building is said to have. */
export function storeysOf(building: Building, inside: Interior | undefined): Storey[] {
  const floors = inside?.floors.map(({ floor }) => floor) ?? [
    ...Array.from({ length: building.basements }, (_, i) => i - building.basements),
    ...Array.from({ length: building.floors }, (_, i) => i + 1),
  ]
  return floors
    .toSorted((a, b) => a - b)
    .map((floor) => ({
      floor,
      name: floor < 0 ? `B${-floor}` : `${floor}F`,
      path: floorPath(building.place, floor),
      level: floorLevel(building, floor),
      height: storeyHeight(building, floor),
    }))
}
