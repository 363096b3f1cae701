import { roomPath } from '../../cim/floors.ts'
import { interiorsOf } from '../../cim/interiors.ts'
import { readSite } from '../../cim/read.ts'
import { adjacencyOf, walkGraph } from '../../cim/walk.ts'
import type { Findings } from './findings.ts'

const ROOM_DEPTH = 5

/** Rooms that nobody can walk to from outside: a door that was forgotten, a house without an entrance. */
export async function checkWays(folder: string, findings: Findings): Promise<void> {
  const { site } = await readSite(folder, { without: ['devices.json'] })
  const interiors = await interiorsOf(folder, site.buildings)
  if (interiors.size === 0) return
  const graph = walkGraph(site, interiors)
  const { start, node } = adjacencyOf(graph)
  const reached = new Uint8Array(graph.nodes.length)
  const isOutside = (place: string) => place.split('/').length < ROOM_DEPTH - 2
  const open = graph.nodes.flatMap(({ place }, n) => (isOutside(place) ? [n] : []))
  for (const n of open) reached[n] = 1
  for (let n = open.pop(); n !== undefined; n = open.pop())
    for (let way = start[n] as number; way < (start[n + 1] as number); way++) {
      const to = node[way] as number
      if (reached[to] === 1) continue
      reached[to] = 1
      open.push(to)
    }
  const walked = new Set(graph.nodes.flatMap(({ place }, n) => (reached[n] === 1 ? [place] : [])))
  for (const [building, { floors, plans }] of interiors)
    for (const { floor, plan } of floors)
      for (const room of plans[plan]?.rooms ?? []) {
        const place = roomPath(building, floor, room)
        // Nobody walks in a shaft.
        if (room.use !== 'shaft' && !walked.has(place)) findings.remark(place, 'room.cut-off')
      }
}
