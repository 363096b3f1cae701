import { type Intersection, type PerspectiveCamera, Raycaster, Vector2, Vector3 } from 'three'
import type { Hit } from '../view.ts'
import type { Neighbours } from './around/neighbours.ts'
import type { Layout } from './arrangement.ts'
import { fromThree } from './frame.ts'
import type { House } from './house.ts'
import type { PartName } from './storey/parts.ts'
import type { StoreyView } from './storey/storey-view.ts'

/** A wall gives way to the floor behind it that is no farther than this. */
const BEHIND = 12

interface StoreyHit {
  view: StoreyView
  hit: Intersection
  room: string | undefined
  lift: number
}

const caster = new Raycaster()

/** What the ray through a point of the picture (-1 to 1) meets: rooms before walls, the opened house before others. */
export function pickAt(at: Vector2, camera: PerspectiveCamera, house: House, layout: Layout, around: Neighbours): Hit {
  caster.setFromCamera(at, camera)
  const hits: StoreyHit[] = []
  for (const [i, { floor }] of house.storeys.entries()) {
    const view = house.views.get(floor)
    if (!view || (layout.drawn[i] ?? 1) < 1) continue
    for (const [name, mesh] of view.parts) {
      if (!isMet(name, layout) || !mesh.visible) continue
      for (const hit of caster.intersectObject(mesh, false))
        hits.push({ view, hit, room: roomOf(view, mesh.geometry.userData.rows, hit), lift: layout.lifts[i] ?? 0 })
    }
  }
  hits.sort((a, b) => a.hit.distance - b.hit.distance)
  const first = hits[0]
  if (first) {
    const behind = hits.find(
      ({ view, hit, room }) => room && view === first.view && hit.distance < first.hit.distance + BEHIND,
    )
    const { room, view, hit, lift } = behind ?? first
    const point = fromThree(hit.point)
    const picked = room ? { kind: 'room' as const, id: room } : { kind: 'place' as const, id: view.storey.path }
    return { picked, at: { ...point, up: point.up - lift } }
  }
  const [other] = caster.intersectObject(around.mesh, false)
  const place = other && around.placeOf(other.faceIndex ?? 0)
  if (place) return { picked: { kind: 'building', id: place }, at: fromThree(other.point) }
  return { picked: undefined, at: onGround() }
}

function isMet(part: PartName, { clear }: Layout): boolean {
  if (part === 'glass') return false
  return part === 'base' || part === 'risers' || clear < 0.5
}

function roomOf({ rows }: StoreyView, rowsOfCorners: Uint16Array | undefined, { face }: Intersection) {
  const row = face && rowsOfCorners ? rows[rowsOfCorners[face.a] ?? 0] : undefined
  return row && row.use !== 'storey' ? row.id : undefined
}

function onGround() {
  const { origin, direction } = caster.ray
  const far = -origin.y / direction.y
  if (!Number.isFinite(far) || far < 0) return undefined
  return fromThree(new Vector3().copy(origin).addScaledVector(direction, far))
}

export function toPicture(x: number, y: number, width: number, height: number): Vector2 {
  return new Vector2((x / width) * 2 - 1, 1 - (y / height) * 2)
}
