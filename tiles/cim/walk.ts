import type { Building } from './buildings.ts'
import type { Interior } from './interior.ts'
import { GraphMaker, type WalkGraph } from './walk/graph.ts'
import { addInside, type WayOut } from './walk/inside.ts'
import { addOutside, type OutsideSite } from './walk/outside.ts'

export {
  type Adjacency,
  adjacencyOf,
  byVehicle,
  byWheelchair,
  closing,
  onFoot,
  type WalkEdge,
  type WalkGraph,
  type WalkNode,
} from './walk/graph.ts'

/**
 * All that one can walk on: through rooms and doors, up stairs and elevators, along roads and paths, joined where the
 * entrances are. A building whose inside nobody has drawn is one node.
 */
export function walkGraph(site: OutsideSite, interiors: ReadonlyMap<string, Interior>, now?: number): WalkGraph {
  const maker = new GraphMaker()
  const ways = site.buildings.flatMap((building) => {
    const interior = interiors.get(building.place)
    const out = interior ? addInside(maker, building, interior) : []
    return out.length > 0 ? out : [aloneNode(maker, building)]
  })
  addOutside(maker, site, ways, now)
  return { nodes: maker.nodes, edges: maker.edges }
}

function aloneNode(maker: GraphMaker, { place, position, footprint }: Building): WayOut {
  const [lon, lat] = position ? [position.lon, position.lat] : (footprint[0] ?? [0, 0])
  return {
    node: maker.node({ id: place, place, lon, lat, height: position?.height ?? 0 }),
    building: place,
    width: 1.5,
  }
}
