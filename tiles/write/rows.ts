import type { Building } from '../cim/buildings.ts'
import { CODE_LEVELS, gridCode } from '../cim/code.ts'
import { middleOf } from './buildings/draw.ts'
import type { Row } from './tables.ts'

/** What a picked building says: its archive, as far as everybody may read it. */
export function buildingRow(building: Building): Row {
  const [lon, lat] = middleOf(building)
  const { place, name, use, status, structure, address, floors, basements, builtYear, floorHeight, area } = building
  const height = building.height ?? floors * floorHeight + (building.roof?.height ?? 0)
  return {
    id: place,
    name,
    use,
    status,
    structure: structure ?? '',
    address: address ? `${address.community ?? ''}${address.door}` : '',
    code: gridCode({ lon, lat }, CODE_LEVELS.building),
    floors,
    basements,
    year: builtYear ?? 0,
    height,
    area: area ?? 0,
  }
}
