import type { Moves } from '#models/kind.ts'
import { type Local, toDegrees, toLocal } from '#shared/place/local.ts'
import type { Position } from '#shared/place/position.ts'
import type { Site } from '#tiles/cim/site.ts'
import { adjacencyOf, byVehicle, onFoot, type WalkEdge, walkGraph } from '#tiles/cim/walk.ts'

/** A way out of a node: where it leads, and the two spots between which one goes, on one's own side of it. */
export interface Way {
  to: number
  start: Local
  end: Local
}

/** Roads from this width on have a pavement; on narrower ones people keep to the side. */
const PAVED = 9
/** The middle of the pavement, from the kerb. */
const PAVEMENT = 1.6

/** Where one can go in the open: computed once, shared by all who go by it. */
export class Ways {
  private readonly center: Position
  private readonly spots: Local[]
  private readonly waysOf: Way[][]

  constructor({ community, grids, roads }: Pick<Site, 'community' | 'grids' | 'roads'>, as: Moves['as']) {
    this.center = community.center
    const graph = walkGraph({ community, grids, roads, buildings: [], gates: [] }, new Map(), Date.now())
    const { start, edge, node } = adjacencyOf(graph, as === 'vehicle' ? byVehicle : onFoot)
    const side = as === 'vehicle' ? laneOf : footwayOf
    this.spots = graph.nodes.map(({ lon, lat }) => toLocal(this.center, lon, lat))
    this.waysOf = this.spots.map((from, n) => {
      const ways: Way[] = []
      for (let slot = start[n] as number; slot < (start[n + 1] as number); slot++) {
        const [to, way] = [node[slot] as number, graph.edges[edge[slot] as number] as WalkEdge]
        ways.push({ to, ...besides(from, this.spots[to] as Local, side(way)) })
      }
      return ways
    })
  }

  from(node: number): readonly Way[] {
    return this.waysOf[node] ?? []
  }

  spot(node: number): Local {
    return this.spots[node] as Local
  }

  /** The node from which one can go on that is nearest. */
  nearest({ east, north }: Local): number | undefined {
    let [best, least]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
    for (const [n, spot] of this.spots.entries()) {
      const far = Math.hypot(spot.east - east, spot.north - north)
      if (far < least && this.from(n).length > 0) [best, least] = [n, far]
    }
    return best
  }

  local({ lon, lat }: Position): Local {
    return toLocal(this.center, lon, lat)
  }

  degrees(spot: Local): { lon: number; lat: number } {
    const [lon, lat] = toDegrees(this.center, spot)
    return { lon, lat }
  }
}

const laneOf = ({ width }: WalkEdge) => width / 4

function footwayOf({ kind, width }: WalkEdge): number {
  return kind === 'road' && width >= PAVED ? width / 2 + PAVEMENT : width / 4
}

/** Keeping right, so far beside the middle; as far from both ends, so that one turns at a corner without overshooting it. */
function besides(from: Local, to: Local, off: number): Pick<Way, 'start' | 'end'> {
  const [east, north] = [to.east - from.east, to.north - from.north]
  const long = Math.hypot(east, north) || 1
  const inset = Math.min(off, long * 0.45)
  const spot = (end: Local, along: number) => ({
    east: end.east + (east * along + north * off) / long,
    north: end.north + (north * along - east * off) / long,
  })
  return { start: spot(from, inset), end: spot(to, -inset) }
}
