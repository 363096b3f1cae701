import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { frameAt } from '#shared/place/geodesy.ts'
import { ownFolder } from './bring.ts'

export type FileMap = Record<string, Buffer | string | object>

export const bytesOf = (content: Buffer | string | object): Buffer =>
  Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))

/** A box of 100 m around a place in Shenzhen, its middle 20 m up. */
export const VOLUME = { box: [0, 0, 20, 50, 0, 0, 0, 50, 0, 0, 0, 20] }
export const TRANSFORM = frameAt({ lon: 114, lat: 22.5, height: 0 }).matrix

export function tileset(root: object, version = '1.1', more: object = {}) {
  return {
    asset: { version },
    geometricError: 100,
    root: { boundingVolume: VOLUME, transform: TRANSFORM, geometricError: 10, refine: 'ADD', ...root },
    ...more,
  }
}

export const tile = (uri: string, more: object = {}) => ({
  boundingVolume: VOLUME,
  geometricError: 1,
  content: { uri },
  ...more,
})

function padded(text: string, filler: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.from(filler.repeat((4 - (bytes.length % 4)) % 4))])
}

/** A model; its JSON alone matters here. */
export function glb(json: object = {}): Buffer {
  const text = padded(JSON.stringify({ asset: { version: '2.0' }, ...json }), ' ')
  const head = Buffer.alloc(20)
  head.write('glTF')
  head.writeUInt32LE(2, 4)
  head.writeUInt32LE(20 + text.length, 8)
  head.writeUInt32LE(text.length, 12)
  head.writeUInt32LE(0x4e4f534a, 16)
  return Buffer.concat([head, text])
}

/** The tiles of 1.0 around a model. */
export function legacy(magic: 'b3dm' | 'i3dm' | 'pnts', body: Buffer, gltfFormat = 1): Buffer {
  const table = padded('{"BATCH_LENGTH":0} ', ' ')
  const head = Buffer.alloc(magic === 'i3dm' ? 32 : 28)
  head.write(magic)
  head.writeUInt32LE(1, 4)
  head.writeUInt32LE(head.length + table.length + body.length, 8)
  head.writeUInt32LE(table.length, 12)
  if (magic === 'i3dm') head.writeUInt32LE(gltfFormat, 28)
  return Buffer.concat([head, table, body])
}

export function composite(...tiles: Buffer[]): Buffer {
  const head = Buffer.alloc(16)
  head.write('cmpt')
  head.writeUInt32LE(1, 4)
  head.writeUInt32LE(16 + tiles.reduce((sum, { length }) => sum + length, 0), 8)
  head.writeUInt32LE(tiles.length, 12)
  return Buffer.concat([head, ...tiles])
}

export function subtree(json: object, inner: Buffer = Buffer.alloc(0)): Buffer {
  const text = padded(JSON.stringify(json), ' ')
  const head = Buffer.alloc(24)
  head.write('subt')
  head.writeUInt32LE(1, 4)
  head.writeBigUInt64LE(BigInt(text.length), 8)
  head.writeBigUInt64LE(BigInt(inner.length), 16)
  return Buffer.concat([head, text, inner])
}

export async function inFolder(files: FileMap): Promise<string> {
  const folder = join(await ownFolder(), 'survey')
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytesOf(content))
  }
  return folder
}

export interface Served {
  url: string
  /** What was asked for, with its question. */
  asked: string[]
  /** How many requests were answered at once, at most. */
  most: number
}

export type Answer = { status: number; headers?: Record<string, string>; body?: Buffer }

/**
 * A real server on a free port. `answer` goes before the files: undefined leaves it to them. Tiles are answered when
 * so many are asked for at once, never before.
 */
export async function serve(
  files: FileMap,
  answer: (path: string, times: number) => Answer | 'break' | undefined = () => undefined,
  atOnce = 1,
): Promise<Served> {
  const served: Served = { url: '', asked: [], most: 0 }
  const times = new Map<string, number>()
  let open = 0
  let waiting: (() => void)[] = []
  const server: Server = createServer((request, response) => {
    served.asked.push(request.url ?? '')
    served.most = Math.max(served.most, ++open)
    response.on('close', () => open--)
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
    times.set(path, (times.get(path) ?? 0) + 1)
    const given = answer(path, times.get(path) ?? 0)
    if (given === 'break') {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half', () => response.destroy())
      return
    }
    const content = files[path.slice(1)]
    const plain = content === undefined ? { status: 404 } : { status: 200, body: bytesOf(content) }
    const { status, headers, body }: Answer = given ?? plain
    waiting.push(() => {
      response.writeHead(status, headers)
      // Where less comes than was promised the line breaks, at once and not when it was silent for long.
      if (Number(headers?.['content-length'] ?? 0) > Buffer.byteLength(body ?? ''))
        response.write(body ?? '', () => response.destroy())
      else response.end(body)
    })
    if (!path.endsWith('.json') && waiting.length < atOnce) return
    for (const send of waiting) send()
    waiting = []
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return served
}
