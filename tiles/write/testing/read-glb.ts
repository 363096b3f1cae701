/** A GLB taken apart, as far as tests look into it. */
export function readGlb(bytes: Uint8Array): { json: GlbJson; view(index: number): Uint8Array } {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = header.getUint32(12, true)
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as GlbJson
  const start = 28 + length
  return {
    json,
    view(index) {
      const { byteOffset = 0, byteLength } = json.bufferViews[index] as { byteOffset?: number; byteLength: number }
      return bytes.subarray(start + byteOffset, start + byteOffset + byteLength)
    },
  }
}

interface Column {
  values: number
  stringOffsets?: number
}

interface GlbJson {
  bufferViews: Record<string, unknown>[]
  accessors: { count: number }[]
  meshes: {
    primitives: {
      attributes: Record<string, number>
      extensions?: { EXT_mesh_features?: { featureIds: { featureCount: number; propertyTable: number }[] } }
    }[]
  }[]
  extensions?: {
    EXT_structural_metadata?: {
      schema: { classes: Record<string, { properties: Record<string, { type: string; componentType?: string }> }> }
      propertyTables: { name: string; class: string; count: number; properties: Record<string, Column> }[]
    }
  }
}

/** The rows of a property table, decoded by the specification alone. */
export function rowsOfTable(bytes: Uint8Array, table: string): Record<string, string | number>[] {
  const { json, view } = readGlb(bytes)
  const metadata = json.extensions?.EXT_structural_metadata
  const found = metadata?.propertyTables.find(({ name }) => name === table)
  if (!metadata || !found) return []
  const rows: Record<string, string | number>[] = Array.from({ length: found.count }, () => ({}))
  for (const [name, { values, stringOffsets }] of Object.entries(found.properties)) {
    const type = metadata.schema.classes[found.class]?.properties[name]
    const data = view(values).slice()
    const numbers = new DataView(data.buffer)
    const offsets = stringOffsets === undefined ? undefined : new Uint32Array(view(stringOffsets).slice().buffer)
    for (const [i, row] of rows.entries())
      if (offsets) row[name] = new TextDecoder().decode(data.subarray(offsets[i], offsets[i + 1]))
      else if (type?.componentType === 'FLOAT32') row[name] = numbers.getFloat32(i * 4, true)
      else if (type?.componentType === 'INT16') row[name] = numbers.getInt16(i * 2, true)
      else row[name] = numbers.getUint16(i * 2, true)
  }
  return rows
}
