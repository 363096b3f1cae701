import type { Position } from '#shared/place/position.ts'

export interface WalkNode extends Position {
  id: string
  place: string
  /** Of a building; outside there is none. */
  floor?: number
}

export const walkKinds = ['corridor', 'door', 'stairs', 'elevator', 'ramp', 'road', 'path', 'entrance'] as const
export type WalkKind = (typeof walkKinds)[number]

/** A way between two nodes, by their places in the list; it can be gone in both directions. */
export interface WalkEdge {
  from: number
  to: number
  /** Metres, along the slope. */
  length: number
  kind: WalkKind
  /** Of what it is a piece: a road's edge, a door, a riser. Closing that closes all its pieces. */
  of: string | undefined
  width: number
  foot: boolean
  wheelchair: boolean
  vehicle: boolean
  /** Vehicles go from `from` to `to` alone. */
  oneWay: boolean
  fireLane: boolean
  closed: boolean
}

export interface WalkGraph {
  nodes: WalkNode[]
  edges: WalkEdge[]
}

export type WayOfEdge = Pick<WalkEdge, 'kind' | 'width'> & Partial<WalkEdge>

/** Collects nodes by name; a node that is asked for again is the same. */
export class GraphMaker {
  readonly nodes: WalkNode[] = []
  readonly edges: WalkEdge[] = []
  private readonly known = new Map<string, number>()

  node(node: WalkNode): number {
    const before = this.known.get(node.id)
    if (before !== undefined) return before
    this.known.set(node.id, this.nodes.length)
    return this.nodes.push(node) - 1
  }

  find(id: string): number | undefined {
    return this.known.get(id)
  }

  /** Written out field by field: there are tens of thousands of edges, and copied objects are slow. */
  join(from: number, to: number, metres: number, way: WayOfEdge): void {
    const { kind, of, width, foot = true, wheelchair = true, vehicle = false } = way
    const { oneWay = false, fireLane = false, closed = false } = way
    const length = Math.round(metres * 1000) / 1000
    this.edges.push({ from, to, length, kind, of, width, foot, wheelchair, vehicle, oneWay, fireLane, closed })
  }
}

export interface Adjacency {
  /** The ways out of node n are `edge[start[n]]` up to, not with, `edge[start[n + 1]]`; they lead to `node[...]`. */
  start: Int32Array
  edge: Int32Array
  node: Int32Array
}

/** Who may use an edge, and so which are left; closed ones never are. */
export type Usable = (edge: WalkEdge) => boolean

export const onFoot: Usable = ({ foot }) => foot
export const byWheelchair: Usable = ({ wheelchair }) => wheelchair
export const byVehicle: Usable = ({ vehicle }) => vehicle

export function adjacencyOf({ nodes, edges }: WalkGraph, usable: Usable = onFoot): Adjacency {
  const start = new Int32Array(nodes.length + 1)
  const ways = edges.flatMap((edge, i): [from: number, to: number, edge: number][] => {
    if (edge.closed || !usable(edge)) return []
    const there: [number, number, number] = [edge.from, edge.to, i]
    return edge.oneWay && usable === byVehicle ? [there] : [there, [edge.to, edge.from, i]]
  })
  for (const [from] of ways) start[from + 1] = (start[from + 1] as number) + 1
  for (let n = 0; n < nodes.length; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number)
  const next = start.slice()
  const [edge, node] = [new Int32Array(ways.length), new Int32Array(ways.length)]
  for (const [from, to, i] of ways) {
    const slot = next[from] as number
    edge[slot] = i
    node[slot] = to
    next[from] = slot + 1
  }
  return { start, edge, node }
}

/** Takes edges out: pieces of these roads, doors and risers, or edges by their place in the list. */
export function closing(graph: WalkGraph, ofThese: ReadonlySet<string | number>): WalkGraph {
  const edges = graph.edges.map((edge, i) =>
    ofThese.has(i) || (edge.of !== undefined && ofThese.has(edge.of)) ? { ...edge, closed: true } : edge,
  )
  return { nodes: graph.nodes, edges }
}
