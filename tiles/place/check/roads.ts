import type { Roads } from '../../cim/roads.ts'
import type { Findings } from './findings.ts'

export function checkRoads({ nodes, edges, closures }: Roads, findings: Findings): void {
  const groups = new Map<string, string>()
  for (const { id } of nodes) {
    if (groups.has(id)) findings.mistake(`roads.json ${id}`, 'id.duplicate')
    groups.set(id, id)
  }
  const known = new Set<string>()
  for (const { id, from, to } of edges) {
    if (known.has(id)) findings.mistake(`roads.json ${id}`, 'id.duplicate')
    known.add(id)
    for (const node of [from, to]) if (!groups.has(node)) findings.mistake(`roads.json ${id}`, 'road.node', node)
    if (groups.has(from) && groups.has(to)) groups.set(headOf(groups, from), headOf(groups, to))
  }
  for (const { edge } of closures) if (!known.has(edge)) findings.mistake('roads.json', 'closure.edge', edge)
  const apart = new Set(nodes.map(({ id }) => headOf(groups, id)))
  if (apart.size > 1)
    findings.remark('roads.json', 'roads.apart', `${apart.size}: ${[...apart].slice(0, 5).join(', ')}`)
}

/** Nodes that are joined have one of them as their head. */
function headOf(groups: Map<string, string>, node: string): string {
  let head = node
  for (let next = groups.get(head); next !== undefined && next !== head; next = groups.get(head)) {
    groups.set(head, groups.get(next) ?? next)
    head = next
  }
  return head
}
