import { contains, type Point } from '#shared/place/ring.ts'
import { floorId, roomPath } from '../../cim/floors.ts'
import type { Interior, Plan, Room } from '../../cim/interior.ts'
import type { Findings } from './findings.ts'
import type { KnownBuilding } from './places.ts'

/** Does the inside of a building hold together? Its rooms are noted with the building. */
export function checkInterior(place: string, interior: Interior, building: KnownBuilding, findings: Findings): void {
  building.rooms = new Set()
  const planOf = new Map<number, Plan>()
  for (const { floor, plan: name } of interior.floors) {
    const at = `${place}/${floorId(floor)}`
    const plan = interior.plans[name]
    if (floor === 0 || floor > building.floors || floor < -building.basements) findings.mistake(at, 'floor.unknown')
    if (planOf.has(floor)) findings.mistake(at, 'id.duplicate')
    if (!plan) {
      findings.mistake(at, 'plan.unknown', name)
      continue
    }
    planOf.set(floor, plan)
    for (const room of plan.rooms) {
      const path = roomPath(place, floor, room)
      if (building.rooms.has(path)) findings.mistake(path, 'id.duplicate')
      building.rooms.add(path)
    }
  }
  for (const [name, plan] of Object.entries(interior.plans)) checkPlan(`${place} ${name}`, plan, findings)
  checkRisers(place, interior, planOf, findings)
}

function checkPlan(name: string, { rooms, doors }: Plan, findings: Findings): void {
  const known = new Set(rooms.map(({ id }) => id))
  for (const { id, from, to } of doors) {
    if (!known.has(from)) findings.mistake(name, 'door.room', `${id}: ${from}`)
    if (to !== undefined && !known.has(to)) findings.mistake(name, 'door.room', `${id}: ${to}`)
  }
  for (const [i, a] of rooms.entries())
    for (const b of rooms.slice(i + 1)) if (overlap(a, b)) findings.mistake(name, 'rooms.overlap', `${a.id}, ${b.id}`)
}

function checkRisers(place: string, { risers }: Interior, planOf: ReadonlyMap<number, Plan>, findings: Findings): void {
  for (const { id, fromFloor, toFloor } of risers) {
    const undrawn: string[] = []
    for (let floor = fromFloor; floor <= toFloor; floor++) {
      if (floor === 0) continue
      const plan = planOf.get(floor)
      if (!plan) undrawn.push(floorId(floor))
      else if (!plan.rooms.some((room) => room.id === id))
        findings.mistake(`${place}/${floorId(floor)}`, 'riser.room', id)
    }
    if (undrawn.length > 0) findings.remark(place, 'interior.unreachable', `${id}: ${undrawn.slice(0, 5).join(', ')}`)
  }
}

const STEPS = 10

/** Grossly: a quarter of the smaller one lies in the other. Walls that were drawn twice do not count. */
function overlap(a: Room, b: Room): boolean {
  const [boxA, boxB] = [boxOf(a.outline), boxOf(b.outline)]
  if (boxA.left >= boxB.right || boxB.left >= boxA.right || boxA.low >= boxB.high || boxB.low >= boxA.high) return false
  const [small, large, box] = sizeOf(boxA) < sizeOf(boxB) ? [a, b, boxA] : [b, a, boxB]
  let [within, both] = [0, 0]
  for (let i = 0; i < STEPS; i++)
    for (let j = 0; j < STEPS; j++) {
      const point: Point = [
        box.left + ((i + 0.5) / STEPS) * (box.right - box.left),
        box.low + ((j + 0.5) / STEPS) * (box.high - box.low),
      ]
      if (!contains(small.outline, point)) continue
      within++
      if (contains(large.outline, point)) both++
    }
  return both * 4 > within
}

function boxOf(outline: Room['outline']) {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

const sizeOf = ({ left, right, low, high }: ReturnType<typeof boxOf>) => (right - left) * (high - low)
