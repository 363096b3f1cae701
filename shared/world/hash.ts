import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Row } from './table.ts'
import { areas, type World } from './world.ts'

/** JSON with sorted keys: the same record gives the same text whatever order its fields were written in. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}

// Records are replaced, never altered, so a record's digest can be kept with the record itself.
const digests = new WeakMap<Row, string>()

function digestOf(row: Row): string {
  let digest = digests.get(row)
  if (digest === undefined) {
    digest = bytesToHex(sha256(utf8ToBytes(canonical(row))))
    digests.set(row, digest)
  }
  return digest
}

/** Two worlds with the same hash hold the same records. */
export function worldHash(world: World, visible: (area: string, row: Row) => boolean = () => true): string {
  const hash = sha256.create().update(utf8ToBytes(String(world.seq)))
  for (const { name } of areas) {
    const lines: string[] = []
    for (const [id, row] of world.tables[name].entries()) if (visible(name, row)) lines.push(`${id}=${digestOf(row)}`)
    hash.update(utf8ToBytes(`${name}\n${lines.sort().join('\n')}\n`))
  }
  return bytesToHex(hash.digest())
}
