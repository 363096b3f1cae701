import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { AnkanError } from '#shared/errors.ts'
import type { SiteTiles } from '../areas/place/tiles.ts'

const types: Record<string, string> = {
  '.json': 'application/json',
  '.glb': 'model/gltf-binary',
  '.gltf': 'model/gltf+json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.ktx2': 'image/ktx2',
  '.webp': 'image/webp',
}
const PACKED_ALREADY = new Set(['.png', '.jpg', '.jpeg', '.webp', '.ktx2'])
/** Below this the headers weigh more than what is saved. */
const WORTH_PACKING = 1024
const zip = promisify(gzip)

/** Tiles as plain files: `/place/<key>/tiles/...` and `/place/<key>/tilesets/...`, nothing else of the site folder. */
export function serveSiteFiles(app: FastifyInstance, tiles: SiteTiles): void {
  app.get<{ Params: { key: string; '*': string } }>('/place/:key/*', async (request, reply) => {
    const { key, '*': path } = request.params
    const inside = normalize(path)
    const known = inside.startsWith(`tiles${sep}`) || inside.startsWith(`tilesets${sep}`)
    if (key !== tiles.key || tiles.folder === undefined || !known || inside.includes('\0')) throw missing()
    const data = await readFile(join(tiles.folder, inside)).catch(() => {
      throw missing()
    })
    const ending = extname(inside).toLowerCase()
    reply.header('Content-Type', types[ending] ?? 'application/octet-stream')
    // A build has a name of its own, so what was read of it once never changes.
    reply.header(
      'Cache-Control',
      /^tiles[\\/][a-z0-9-]+[\\/]/.test(inside) ? 'private, max-age=31536000, immutable' : 'no-cache',
    )
    const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    if (!packs || data.length < WORTH_PACKING || PACKED_ALREADY.has(ending)) return reply.send(data)
    reply.header('Content-Encoding', 'gzip').header('Vary', 'Origin, Accept-Encoding')
    return reply.send(await zip(data, { level: 5 }))
  })
}

const missing = () => new AnkanError('place.file-unknown', {}, 'no such file')
