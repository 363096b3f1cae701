import type { Glb } from './glb.ts'

/** How a column of a property table is held. */
type ColumnType = 'string' | 'int16' | 'uint16' | 'float32'

export interface TableClass {
  name: string
  columns: Record<string, ColumnType>
}

/** What picked things say of themselves: nothing personal, for tiles are read by everybody who sees the scene. */
export const tableClasses = {
  building: {
    name: 'Building',
    columns: {
      id: 'string',
      name: 'string',
      use: 'string',
      status: 'string',
      structure: 'string',
      address: 'string',
      code: 'string',
      floors: 'uint16',
      basements: 'uint16',
      year: 'uint16',
      height: 'float32',
      area: 'float32',
    },
  },
  floor: {
    name: 'Floor',
    columns: { id: 'string', name: 'string', code: 'string', floor: 'int16', level: 'float32', height: 'float32' },
  },
  room: {
    name: 'Room',
    columns: { id: 'string', name: 'string', use: 'string', code: 'string', floor: 'int16', area: 'float32' },
  },
  facility: {
    name: 'Facility',
    columns: { id: 'string', kind: 'string', name: 'string', place: 'string', code: 'string' },
  },
  ground: { name: 'Ground', columns: { kind: 'string', name: 'string' } },
} as const satisfies Record<string, TableClass>

export type TableName = keyof typeof tableClasses
export type Row = Record<string, string | number>

const numbers = {
  int16: { componentType: 'INT16', make: (values: number[]) => Int16Array.from(values) },
  uint16: { componentType: 'UINT16', make: (values: number[]) => Uint16Array.from(values) },
  float32: { componentType: 'FLOAT32', make: (values: number[]) => Float32Array.from(values) },
} as const

const encoder = new TextEncoder()

/** Adds the tables to a GLB; a primitive says with `featuresOf` which one its feature ids count the rows of. */
export function addTables(glb: Glb, tables: readonly { table: TableName; rows: readonly Row[] }[]): void {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return
  const classes: Record<string, unknown> = {}
  const propertyTables = filled.map(({ table, rows }) => {
    const { name, columns } = tableClasses[table]
    classes[table] = {
      name,
      properties: Object.fromEntries(Object.entries(columns).map(([k, type]) => [k, shape(type)])),
    }
    const properties: Record<string, unknown> = {}
    for (const [column, type] of Object.entries(columns)) properties[column] = columnOf(glb, type, rows, column)
    return { name: table, class: table, count: rows.length, properties }
  })
  glb.use('EXT_structural_metadata')
  glb.json.extensions = { EXT_structural_metadata: { schema: { id: 'ankan', classes }, propertyTables } }
}

function shape(type: ColumnType) {
  return type === 'string' ? { type: 'STRING' } : { type: 'SCALAR', componentType: numbers[type].componentType }
}

function columnOf(glb: Glb, type: ColumnType, rows: readonly Row[], column: string) {
  if (type !== 'string') {
    const array = numbers[type].make(rows.map((row) => Number(row[column] ?? 0)))
    return { values: glb.view(new Uint8Array(array.buffer)) }
  }
  const offsets = new Uint32Array(rows.length + 1)
  const texts = rows.map((row) => String(row[column] ?? ''))
  const all = encoder.encode(texts.join(''))
  let at = 0
  for (const [i, text] of texts.entries()) {
    at += utf8Length(text)
    offsets[i + 1] = at
  }
  return {
    // A view may not be empty: all texts of a column may be.
    values: glb.view(all.byteLength > 0 ? all : new Uint8Array(1)),
    stringOffsets: glb.view(new Uint8Array(offsets.buffer)),
    stringOffsetType: 'UINT32',
  }
}

function utf8Length(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) length += 1
    else if (unit < 0x800) length += 2
    // Half of a pair: the pair takes four bytes.
    else if (unit >= 0xd800 && unit < 0xe000) length += 2
    else length += 3
  }
  return length
}

/** What a primitive bears so that its `_FEATURE_ID_0` counts the rows of the table with this index. */
export function featuresOf(propertyTable: number, featureCount: number) {
  return { EXT_mesh_features: { featureIds: [{ featureCount, attribute: 0, propertyTable }] } }
}
