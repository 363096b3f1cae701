import type { Building, Facade, Part, Roof } from '../../cim/buildings.ts'
import { at, lonLat, ROOT, rectangle, type Spot } from '../frame.ts'

export interface House {
  spot: Spot
  width: number
  depth: number
  floors: number
  facade: Facade
  turn?: number
  roof?: Roof
  /** Storeys of a broader base. */
  podium?: { width: number; depth: number; floors: number }
  use?: Building['use']
}

export function buildingOf(house: House, number: number): Building {
  const { spot, width, depth, floors, facade, turn = 0, roof, podium, use = 'residential' } = house
  const [lon, lat] = lonLat(spot)
  const body = rectangle(spot, width, depth, turn)
  const parts: Part[] = []
  if (podium) parts.push({ ring: body, fromFloor: podium.floors + 1, toFloor: floors })
  // What stands on a tall roof: machine rooms, and on the tallest a crown.
  if (floors > 17)
    parts.push({ ring: rectangle(spot, width * 0.5, depth * 0.55, turn), fromFloor: floors + 1, toFloor: floors + 1 })
  if (floors > 38)
    parts.push({ ring: rectangle(spot, width * 0.3, depth * 0.3, turn), fromFloor: floors + 2, toFloor: floors + 4 })
  return {
    place: `${ROOT}/city/c${number}`,
    name: `周边 ${number}`,
    position: { lon, lat, height: 0 },
    status: 'in-use',
    use,
    footprint: podium ? rectangle(spot, podium.width, podium.depth, turn) : body,
    holes: [],
    floors,
    basements: 0,
    floorHeight: use === 'residential' ? 3 : 3.8,
    drawings: [],
    units: 1,
    parts,
    facade,
    ...(roof ? { roof } : {}),
  }
}

const QUIET = ['#a39b8f', '#9b968d', '#aca293', '#a8a097', '#958f88', '#b0a697']
const WARM = ['#a58f78', '#9d8672', '#ab9782', '#94806f']
const BRICKS = ['#8d6a58', '#967462', '#84675a', '#9c7d68']
const GLASS = ['#6f7f8a', '#7b8790', '#66757f', '#808a8f', '#72808a']
const STONE = ['#8f8a83', '#9a948b', '#878581']

export function facadeOf(material: Facade['material'], random: () => number): Facade {
  const colors = { plaster: QUIET, tile: WARM, brick: BRICKS, glass: GLASS, stone: STONE, concrete: STONE }[material]
  const glazing = material === 'glass' ? 0.6 + random() * 0.25 : 0.22 + random() * 0.2
  return {
    material,
    color: colors[Math.floor(random() * colors.length)] as string,
    glazing: Number(glazing.toFixed(2)),
    balconies: false,
  }
}

export function spotIn(west: number, south: number, x: number, y: number): Spot {
  return at(west + x, south + y)
}
