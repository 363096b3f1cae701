import { Orientation, type SerializedDockview } from 'dockview-react'
import type { Arrangement, Part } from './arrangement.ts'

type Node = SerializedDockview['grid']['root']
type LeafState = Exclude<Node['data'], unknown[]>

export interface Room {
  width: number
  height: number
}

/** How dockview is told of an arrangement in a room of so many pixels. */
export function toDockview(
  arrangement: Arrangement,
  room: Room,
  panelOf: (id: string) => SerializedDockview['panels'][string],
  groupOf: (panels: readonly string[]) => Pick<LeafState, 'hideHeader'>,
): SerializedDockview {
  const panels: SerializedDockview['panels'] = {}
  let groups = 0
  const node = (part: Part, length: number, across: number): Node => {
    if ('parts' in part) {
      const whole = part.parts.reduce((sum, { share }) => sum + share, 0)
      // What lies along in a part lies across in its own parts.
      const data = part.parts.map((one) => node(one, (across * one.share) / whole, length))
      return { type: 'branch', size: length, data } as Node
    }
    for (const id of part.panels) panels[id] = panelOf(id)
    const data = {
      id: `group-${groups++}`,
      views: part.panels,
      activeView: part.front ?? part.panels[0],
      ...groupOf(part.panels),
    }
    return { type: 'leaf', size: length, data } as Node
  }
  const root = node(arrangement, room.height, room.width)
  return { grid: { root, ...room, orientation: Orientation.HORIZONTAL }, panels }
}

/** An arrangement as dockview tells of it. */
export function fromDockview({ grid }: SerializedDockview): Arrangement {
  const part = (node: Node, whole: number): Part => {
    const share = Math.max(1e-4, Math.round(((node.size ?? 0) / Math.max(1, whole)) * 1e4) / 1e4)
    if (node.type === 'branch') {
      const nodes = asIfShown(node.data as Node[])
      const length = nodes.reduce((sum, { size = 0 }) => sum + size, 0)
      return { share, parts: nodes.map((one) => part(one, length)) }
    }
    const { views, activeView } = node.data as LeafState
    return {
      share,
      panels: views,
      ...(activeView === undefined || activeView === views[0] ? {} : { front: activeView }),
    }
  }
  const root = part(grid.root, grid.root.size ?? 1)
  const row = 'parts' in root ? root : { share: 1, parts: [root] }
  // The outermost may be a column: then the row has it as its one part.
  return { share: 1, parts: grid.orientation === Orientation.HORIZONTAL ? row.parts : [{ ...row, share: 1 }] }
}

/** What is out of sight for now has its room when it comes again, and takes it from the largest beside it. */
function asIfShown(nodes: readonly Node[]): Node[] {
  const hidden = nodes.reduce((sum, { visible, size = 0 }) => (visible === false ? sum + size : sum), 0)
  if (hidden === 0) return [...nodes]
  const shown = nodes.filter(({ visible }) => visible !== false)
  const largest = shown.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0))[0]
  return nodes.map((node) =>
    node === largest ? ({ ...node, size: Math.max((node.size ?? 0) / 4, (node.size ?? 0) - hidden) } as Node) : node,
  )
}
