import { hashes, keygen, sign } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate'
import { SYSTEM } from '../../world/event.ts'
import { WORLD_VERSION } from '../../world/world.ts'
import type { Bytes } from '../entries.ts'
import { BUNDLE_VERSION, type BundlePart, MANIFEST, MARK, type Manifest, SIGNATURE } from '../manifest.ts'
import { digestOf, fingerprintOf } from '../seal.ts'

hashes.sha512 = sha512

export const FROM = Date.UTC(2026, 10, 22, 9)
export const MINUTE = 60_000
export const TO = FROM + 30 * MINUTE

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

/** The entries of a bundle of six reels of five minutes, with a whole world before the first, the third and the fifth. */
export function madeEntries(
  change: (manifest: Manifest) => object = (manifest) => manifest,
): Record<string, Uint8Array> {
  const { secretKey, publicKey } = keygen()
  const entries: Record<string, Uint8Array> = { [MARK.name]: strToU8(MARK.content) }
  const parts: BundlePart[] = []
  const add = (part: Omit<BundlePart, 'bytes' | 'sha256'>, held: unknown) => {
    const content = gzipSync(strToU8(JSON.stringify(held)), { mtime: 0 })
    entries[part.name] = content
    parts.push({ ...part, bytes: content.length, sha256: digestOf(content) })
  }
  for (let i = 0; i < 6; i++) {
    const from = FROM + i * 5 * MINUTE
    const world = { version: WORLD_VERSION, seq: i, at: from, tables: {} }
    if (i % 2 === 0) add({ name: `moments/${i}.json.gz`, kind: 'moment', from }, { world, values: {} })
    const at = from + MINUTE
    const events = [{ seq: i + 1, at, type: 'device:connected', place: 'jinxiu', by: SYSTEM, data: { device: 'd' } }]
    const frames = [{ after: i, to: i + 1, at, events, values: { d: [at, { m: i }] } }]
    add({ name: `reels/${i}.json.gz`, kind: 'reel', from, to: from + 5 * MINUTE }, frames)
  }
  const manifest: Manifest = {
    format: 'ankan-bundle',
    version: BUNDLE_VERSION,
    protocol: 1,
    world: WORLD_VERSION,
    community: { id: 'jinxiu', name: '锦绣' },
    log: 'log',
    from: FROM,
    to: TO,
    made: { at: TO, by: { account: 'li', name: '李' }, program: '0' },
    sight: { place: '', areas: ['devices'], role: 'commander' },
    tiles: { build: null },
    gaps: [],
    key: { type: 'ed25519', public: base64(publicKey), fingerprint: fingerprintOf(publicKey) },
    parts,
  }
  entries[MANIFEST] = strToU8(JSON.stringify(change(manifest)))
  entries[SIGNATURE] = strToU8(base64(sign(entries[MANIFEST], secretKey)))
  return entries
}

/** As a file: all stored as it is. */
export function zipOf(entries: Record<string, Uint8Array>): Uint8Array {
  const stored: Zippable = Object.fromEntries(
    Object.entries(entries).map(([name, held]) => [name, [held, { level: 0 }]]),
  )
  return zipSync(stored)
}

export function inMemory(bytes: Uint8Array): Bytes {
  return { size: bytes.length, read: async (from, to) => bytes.slice(from, to) }
}
