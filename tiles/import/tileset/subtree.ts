import { isRecord } from '../json/is-record.ts'
import { below, type Cell, type Implicit } from './implicit.ts'
import { extension } from './tile.ts'

/** The file that says which tiles of a part of an implicit tree there are. */
export interface Subtree {
  json: Record<string, unknown>
  /** The bytes behind the JSON of a binary subtree. */
  inner: Buffer
}

export function parseSubtree(bytes: Buffer): Subtree | undefined {
  try {
    if (bytes.toString('latin1', 0, 4) !== 'subt') return wrap(JSON.parse(bytes.toString('utf8')), Buffer.alloc(0))
    const [jsonLength, innerLength] = [Number(bytes.readBigUInt64LE(8)), Number(bytes.readBigUInt64LE(16))]
    const json = bytes.subarray(24, 24 + jsonLength)
    return wrap(JSON.parse(json.toString('utf8')), bytes.subarray(24 + jsonLength, 24 + jsonLength + innerLength))
  } catch {
    return undefined
  }
}

const wrap = (json: unknown, inner: Buffer) => (isRecord(json) ? { json, inner } : undefined)

const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Buffers that have a file of their own, by their number. */
export function outerBuffers({ json }: Subtree): Map<number, string> {
  const entries = listOf(json.buffers).map(({ uri }, i): [number, unknown] => [i, uri])
  return new Map(entries.filter((entry): entry is [number, string] => typeof entry[1] === 'string'))
}

export interface Available {
  /** Of every content of a tile, where there is one. */
  contents: Cell[][]
  subtrees: Cell[]
}

/** Reads the bits. `outer` are the buffers that had to be fetched. */
export function availableIn(subtree: Subtree, outer: Map<number, Buffer>, root: Cell, tree: Implicit): Available {
  const { json } = subtree
  const { dimensions, subtreeLevels } = tree
  const fan = 2 ** dimensions
  const nodes = (fan ** subtreeLevels - 1) / (fan - 1)
  const view = (index: unknown) => viewOf(subtree, outer, index)
  const several = extension(json, '3DTILES_multiple_contents')
  // A list in 1.1; in the extension before it a single one, or a list in an extension of its own.
  const lists = [json.contentAvailability, several?.contentAvailability, several]
  const list = lists.find(Array.isArray) as unknown[] | undefined
  const given = list ?? (isRecord(json.contentAvailability) ? [json.contentAvailability] : [])
  const contents = tree.contents.map((_, i) => {
    const cells: Cell[] = []
    const has = bitsOf(given[i], view)
    for (let step = 0, first = 0; step < subtreeLevels && root.level + step < tree.levels; first += fan ** step++)
      for (let morton = 0; morton < fan ** step; morton++)
        if (first + morton < nodes && has(first + morton)) cells.push(below(root, step, morton, dimensions))
    return cells
  })
  const subtrees: Cell[] = []
  const hasSubtree = bitsOf(json.childSubtreeAvailability, view)
  if (root.level + subtreeLevels < tree.levels)
    for (let morton = 0; morton < fan ** subtreeLevels; morton++)
      if (hasSubtree(morton)) subtrees.push(below(root, subtreeLevels, morton, dimensions))
  return { contents, subtrees }
}

function bitsOf(availability: unknown, view: (index: unknown) => Buffer | undefined): (bit: number) => boolean {
  if (!isRecord(availability)) return () => false
  if (availability.constant !== undefined) return () => availability.constant === 1
  const bytes = view(availability.bitstream ?? availability.bufferView)
  return (bit) => bytes !== undefined && (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1
}

function viewOf({ json, inner }: Subtree, outer: Map<number, Buffer>, index: unknown): Buffer | undefined {
  const view = listOf(json.bufferViews)[index as number]
  if (!view) return undefined
  const buffer = outer.get(view.buffer as number) ?? inner
  const from = typeof view.byteOffset === 'number' ? view.byteOffset : 0
  return buffer.subarray(from, from + Number(view.byteLength))
}
