import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { build } from 'vite'
import { routeOf } from '#shared/contract/call.ts'
import { readInside } from '#shared/contract/place.ts'
import { readInterior } from '#tiles/cim/interiors.ts'
import { readTilesIndex, type TilesIndex } from '#tiles/cim/tiles-index.ts'
import { CENTER } from '#tiles/demo/frame.ts'
import { buildRenderer } from '../../scripts/build-renderer.ts'
import { SiteTiles } from '../../server/areas/place/tiles.ts'
import { serveSiteFiles } from '../../server/gateway/site-files.ts'
import { communityOf } from './community.ts'

const here = join(import.meta.dirname, 'pages')
const site = join(import.meta.dirname, '../../dist/demo')
const PAGES = ['ours', 'globe', 'building', 'empty', 'framework'] as const
export type PageName = (typeof PAGES)[number]
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** The pages that are compared, with the tiles as the server sends them; and the real page, freshly built. */
export class BenchPages {
  readonly tiles = new SiteTiles(site)
  /** The real page's folder. */
  readonly renderer: string
  private readonly app: FastifyInstance
  private readonly folder: string
  private readonly index: TilesIndex
  private readonly communities = new Map<string, Promise<string>>()
  private url = ''

  private constructor(folder: string, index: TilesIndex) {
    this.folder = folder
    this.index = index
    this.renderer = join(folder, 'renderer')
    this.app = fastify({ forceCloseConnections: true })
    serveSiteFiles(this.app, this.tiles)
    this.app.get<{ Params: { movers: string } }>('/community/:movers', async (request, reply) =>
      reply.type('application/json').send(await this.community(request.params.movers)),
    )
    this.app.post<{ Body: { building: string } }>(routeOf(readInside as never), async ({ body }) => ({
      inside: (await readInterior(site, body.building)) ?? null,
    }))
    for (const [name, from] of [
      ['cesium', join(this.renderer, 'cesium')],
      ['pages', join(folder, 'pages')],
    ] as const)
      this.app.get<{ Params: { '*': string } }>(`/${name}/*`, async (request, reply) => {
        const path = request.params['*']
        return reply.type(types[extname(path)] ?? 'application/octet-stream').send(await readFile(join(from, path)))
      })
  }

  static async serve(): Promise<BenchPages> {
    const index = await readTilesIndex(site)
    if (!index) throw new Error('the demonstration has no tiles: npm run build')
    const folder = await mkdtemp(join(tmpdir(), 'ankan-scene-'))
    await buildRenderer(join(folder, 'renderer'))
    await bundle(join(folder, 'pages'))
    const pages = new BenchPages(folder, index)
    pages.url = await pages.app.listen({ host: '127.0.0.1', port: 0 })
    return pages
  }

  of(page: PageName, asked: Record<string, unknown> = {}): string {
    const query = Object.entries(asked).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    return `${this.url}/pages/${page}.html?${new URLSearchParams(query)}`
  }

  get origin(): { lon: number; lat: number } {
    const { lon, lat } = CENTER
    return { lon, lat }
  }

  /** The same one that our scene reads. */
  get tileset(): string {
    return `${this.url}${this.tiles.address}/tiles/${this.index.build}/tileset.json`
  }

  /** The tileset of a building's inside. */
  inside(building: string): string {
    return `${this.url}${this.tiles.address}/tiles/${this.index.build}/${this.index.interiors[building]}`
  }

  async close(): Promise<void> {
    await this.app.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  private community(movers: string): Promise<string> {
    const known =
      this.communities.get(movers) ??
      communityOf(site, this.index, this.tiles.address, Number(movers)).then((community) => JSON.stringify(community))
    this.communities.set(movers, known)
    return known
  }
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    base: '/pages/',
    define: { CESIUM_BASE_URL: JSON.stringify('/cesium') },
    build: {
      outDir,
      emptyOutDir: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      target: 'chrome120',
      rolldownOptions: { input: Object.fromEntries(PAGES.map((page) => [page, join(here, `${page}.html`)])) },
    },
  })
}
