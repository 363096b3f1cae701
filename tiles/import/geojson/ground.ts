import { asText, type Fields } from '../archive/fields.ts'

const buildingKeys = [
  'building',
  'buildingpart',
  'buildinglevels',
  'levels',
  'height',
  'measuredheight',
  'floors',
  '层数',
  '高度',
]
const coverKeys = ['landuse', 'natural', 'leisure', 'waterway', 'highway', 'railway', 'boundary', 'landcover']
const water = /water|reservoir|basin|river|riverbank|swimming_pool|lake|pond|wetland/
const grass = /grass|park|garden|forest|wood|meadow|scrub|greenery|flowerbed|recreation_ground|village_green|heath/

export type Cover = { taken: true; kind: 'grass' | 'water' } | { taken: false; type: string }

/** Maps bring parks and lakes along with their buildings. Undefined: nothing says that it is not a building. */
export function groundKindOf(fields: Fields): Cover | undefined {
  if (fields.has(buildingKeys)) return undefined
  const key = coverKeys.find((one) => fields.one(one) !== undefined)
  if (key === undefined) return undefined
  const value = asText(fields.one(key)) ?? ''
  if (water.test(value)) return { taken: true, kind: 'water' }
  if (grass.test(value)) return { taken: true, kind: 'grass' }
  return { taken: false, type: `${key}=${value}` }
}
