import type { Gate } from '../../cim/ground.ts'
import type { Household } from '../../cim/households.ts'
import type { Placed } from '../buildings.ts'
import type { Claims } from '../claims.ts'
import type { Enclosure } from '../fences.ts'
import type { Spot } from '../frame.ts'
import type { StandingThing } from '../furniture.ts'
import type { NetLine } from '../net.ts'

/** All that devices are placed by. */
export interface World {
  placed: readonly Placed[]
  households: readonly Household[]
  lines: readonly NetLine[]
  things: readonly StandingThing[]
  gates: readonly Gate[]
  spans: Enclosure['spans']
  /** Where nothing stands yet. */
  solid: Claims
  /** How many people and vehicles are on duty. */
  movers: number
}

/** The free spot nearest to one that is wished for; from then on it is taken. */
export function freeSpot(solid: Claims, wished: Spot): Spot {
  for (let ring = 0; ring < 9; ring++)
    for (let i = 0; i < Math.max(1, ring * 6); i++) {
      const angle = (i / Math.max(1, ring * 6)) * 2 * Math.PI
      const spot = { east: wished.east + ring * Math.cos(angle), north: wished.north + ring * Math.sin(angle) }
      if (!solid.isFree(spot)) continue
      solid.spot(spot, 0.6)
      return spot
    }
  return wished
}
