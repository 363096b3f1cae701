/** A file of which any stretch can be read: one of a browser, or bytes. */
export interface Bytes {
  size: number
  read(from: number, to: number): Promise<Uint8Array>
}

export interface Entry {
  name: string
  /** Where its header begins. */
  at: number
  size: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const MOST_COMMENT = 65_535
const STORED = 0

export async function beginsAsZip(file: Bytes): Promise<boolean> {
  const head = await file.read(0, Math.min(4, file.size))
  return head.length === 4 && viewOf(head).getUint32(0, true) === LOCAL
}

/**
 * What a zip file says is in it; undefined: its end is missing. Only what is stored as it is counts, for that is all
 * that we write; the libraries at hand would read hundreds of megabytes to get at one part.
 */
export async function readEntries(file: Bytes): Promise<Map<string, Entry> | undefined> {
  const tailAt = Math.max(0, file.size - END_BYTES - MOST_COMMENT)
  const tail = await file.read(tailAt, file.size)
  const view = viewOf(tail)
  let end = tail.length - END_BYTES
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) return undefined
  const [count, bytes, from] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ]
  if (from + bytes > tailAt + end) return undefined
  const directory = await file.read(from, from + bytes)
  return entriesOf(directory, count)
}

function entriesOf(directory: Uint8Array, count: number): Map<string, Entry> | undefined {
  const view = viewOf(directory)
  const entries = new Map<string, Entry>()
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== CENTRAL) return undefined
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 24, true)]
    const [name, extra, comment] = [28, 30, 32].map((where) => view.getUint16(at + where, true)) as [
      number,
      number,
      number,
    ]
    const named = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + name))
    if (method === STORED) entries.set(named, { name: named, at: view.getUint32(at + 42, true), size })
    at += 46 + name + extra + comment
  }
  return entries
}

/** Undefined: where it should be there is something else. */
export async function readEntry(file: Bytes, { at, size }: Entry): Promise<Uint8Array | undefined> {
  const head = await file.read(at, Math.min(at + 30, file.size))
  if (head.length < 30 || viewOf(head).getUint32(0, true) !== LOCAL) return undefined
  const begin = at + 30 + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true)
  if (begin + size > file.size) return undefined
  return file.read(begin, begin + size)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
