import { monitorEventLoopDelay } from 'node:perf_hooks'
import { BUNDLE_VERSION } from '#shared/bundle/manifest.ts'
import { PROTOCOL_VERSION } from '#shared/contract/wire.ts'
import { WORLD_VERSION } from '#shared/world/world.ts'
import { writeBundle } from '../areas/history/write-bundle.ts'
import { SIGHT, type Written } from './seeking.ts'

/** All of a past as a file, which is counted and let go; who made it and its key cost nothing. */
export async function exportAll({ storage, from, to }: Written) {
  const name = 'bench'
  const about = {
    format: 'ankan-bundle' as const,
    version: BUNDLE_VERSION as typeof BUNDLE_VERSION,
    protocol: PROTOCOL_VERSION,
    world: WORLD_VERSION,
    community: { id: name, name },
    log: storage.id,
    from,
    to,
    made: { at: to, by: { account: name, name }, program: name },
    sight: { place: SIGHT.place, areas: [...SIGHT.areas], role: name },
    tiles: { build: null },
  }
  const pieces = writeBundle(
    { from, to, sight: SIGHT },
    {
      history: storage.history,
      async *extras() {},
      about,
      key: async () => ({ public: '', fingerprint: '' }),
      sign: async () => new Uint8Array(64),
      told() {},
    },
  )
  const held = monitorEventLoopDelay({ resolution: 1 })
  held.enable()
  const began = performance.now()
  let bytes = 0
  for await (const piece of pieces) bytes += piece.length
  held.disable()
  return { seconds: (performance.now() - began) / 1000, bytes, longestBlockMs: held.max / 1e6 }
}
