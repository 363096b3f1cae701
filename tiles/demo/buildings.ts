import { signedArea } from '#shared/place/ring.ts'
import type { Building, Part } from '../cim/buildings.ts'
import type { Outline } from '../cim/geometry.ts'
import { nearestOf } from './claims.ts'
import { lonLat, ROOT, type Spot } from './frame.ts'
import { type Drawing, groundOf } from './interiors/drawing.ts'
import type { NetLine } from './net.ts'
import { type Quarter, quarters } from './quarters.ts'
import { type Stand, standAt } from './stand.ts'
import { streetLines } from './streets.ts'
import type { Type } from './types.ts'

export interface Placed {
  building: Building
  quarter: Quarter
  spot: Spot
  drawing: Drawing
  stand: Stand
  /** Its walls on the ground. */
  footprint: Spot[]
}

/** All buildings with their archives: what GB/T 42455.1 7.2.3 asks to be known of each. */
export function placeBuildings(random: () => number): Placed[] {
  const placed: Placed[] = []
  const drawings = new Map<Type['draw'], Map<number, Drawing>>()
  /** Houses that are alike share their plans. */
  const drawn = ({ draw, basements }: Type, floors: number): Drawing => {
    const known = drawings.get(draw) ?? new Map<number, Drawing>()
    const drawing = known.get(floors) ?? draw(floors, basements)
    drawings.set(draw, known.set(floors, drawing))
    return drawing
  }
  for (const quarter of quarters)
    for (const [n, spot] of quarter.spots.entries()) {
      const { type } = quarter
      const [least, most] = type.floors
      const floors = least + Math.floor(random() * (most - least + 1))
      const drawing = drawn(type, floors)
      const stand = standAt(drawing, spot, quarter.turn ?? 0)
      const building = buildingOf(quarter, spot, n, placed.length + 1, floors, drawing, stand)
      const footprint = groundOf(drawing).map(stand.spot)
      placed.push({ building, quarter, spot, drawing, stand, footprint })
    }
  return placed
}

/** Storeys whose outline is not that of the ground, and what stands on the roof. */
function partsOf(drawing: Drawing, storeys: number, { ring }: Stand, roof?: Part['roof']): Part[] {
  const parts: Part[] = []
  const same = (one: Outline, other: Outline) => JSON.stringify(one) === JSON.stringify(other)
  let below: Outline | undefined
  for (const { floor, plan } of drawing.floors) {
    const outline = drawing.outlines.get(plan) ?? []
    const last = parts.at(-1)
    const goesOn = below !== undefined && (outline === below || same(outline, below))
    below = outline
    if (goesOn && last?.toFloor === floor - 1) last.toFloor = floor
    else if (!goesOn && !same(outline, groundOf(drawing)))
      parts.push({ ring: ring(outline), fromFloor: floor, toFloor: floor })
  }
  const top = storeys + 1
  for (const part of parts) if (roof && part.toFloor === storeys) part.roof = roof
  const heads = drawing.heads.map((head): Part => {
    const [[x0, y0, x1, y1], high] = 'box' in head ? [head.box, head.storeys] : [head, 1]
    const outline: Outline = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ]
    return { ring: ring(outline), fromFloor: top, toFloor: top + high - 1 }
  })
  return [...parts, ...heads]
}

function buildingOf(
  quarter: Quarter,
  spot: Spot,
  n: number,
  number: number,
  floors: number,
  drawing: Drawing,
  stand: Stand,
): Building {
  const { type, zone, colors } = quarter
  const [lon, lat] = lonLat(spot)
  const area = drawing.floors.reduce((sum, { plan }) => sum + signedArea(drawing.outlines.get(plan) ?? []), 0)
  return {
    place: `${ROOT}/z${zone}/b${String(number).padStart(2, '0')}`,
    number: `JX-${String(number).padStart(3, '0')}`,
    name: quarter.names?.[n] ?? `${quarter.name}${n + 1}栋`,
    position: { lon, lat, height: 0 },
    builtYear: type.builtYear,
    status: 'in-use',
    designLife: 50,
    use: type.use,
    structure: type.structure,
    footprint: stand.ring(groundOf(drawing)),
    holes: [],
    floors,
    basements: type.basements,
    floorHeight: type.floorHeight,
    height: Number((floors * type.floorHeight + (type.roof?.height ?? 0)).toFixed(1)),
    area: Math.round(area),
    drawings: [],
    address: {
      door: doorOf(quarter, spot, number),
      district: '示范区',
      police: '锦绣派出所',
      street: '锦绣街道',
      community: '锦绣社区',
    },
    units: type.units,
    parts: partsOf(drawing, floors, stand, type.roof),
    facade: { ...type.facade, ...(colors ? { color: colors[n % colors.length] as string } : {}) },
    ...(type.roof ? { roof: type.roof } : {}),
    recordedAt: '2026-01-05',
    source: '示范数据',
  }
}

/** Houses of a quarter are counted in it; others by the street they stand nearest to. */
function doorOf({ name, names }: Quarter, spot: Spot, number: number): string {
  if (!names) return `${name}${number}号`
  const far = ({ points }: NetLine) => {
    const { east, north } = nearestOf(points, spot)
    return Math.hypot(east - spot.east, north - spot.north)
  }
  const [street] = streetLines.toSorted((a, b) => far(a) - far(b))
  return `${street?.name ?? name}${number}号`
}
