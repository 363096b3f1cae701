import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { build } from 'vite'
import { SiteTiles } from '../../../server/areas/place/tiles.ts'
import { serveSiteFiles } from '../../../server/gateway/site-files.ts'

const here = import.meta.dirname
const cesiumFiles = join(here, '../../../dist/renderer/cesium')
const STYLE = 'html,body,.cesium-widget,canvas{display:block;margin:0;width:100%;height:100%;overflow:hidden}'
const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' }

/** Two pages of nothing but an engine, and a site's tiles served by the very route that the server has for them. */
export class EnginePages {
  /** Bytes of tiles sent since they were last set to 0, packed as they go over the wire. */
  sent = 0
  readonly tiles: string
  private readonly app: FastifyInstance
  private readonly folder: string
  private url = ''

  private constructor(site: string, folder: string) {
    const tiles = new SiteTiles(site)
    this.tiles = `${tiles.address}/tiles`
    this.folder = folder
    this.app = fastify({ forceCloseConnections: true })
    this.app.addHook('onSend', async ({ url }, _reply, payload) => {
      if (url.startsWith(tiles.address)) this.sent += Buffer.byteLength(payload as Buffer)
    })
    serveSiteFiles(this.app, tiles)
    this.serve('pages', folder)
    this.serve('cesium', cesiumFiles)
    this.app.get<{ Params: { engine: string } }>('/:engine', (request, reply) =>
      reply
        .type('text/html')
        .send(
          `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>${STYLE}</style>` +
            `<body><script type="module" src="/pages/${request.params.engine}.js"></script>`,
        ),
    )
  }

  static async serve(site: string): Promise<EnginePages> {
    const folder = await mkdtemp(join(tmpdir(), 'ankan-engines-'))
    await bundle(folder)
    const pages = new EnginePages(site, folder)
    pages.url = await pages.app.listen({ host: '127.0.0.1', port: 0 })
    return pages
  }

  of(engine: 'cesium' | 'three'): string {
    return `${this.url}/${engine}`
  }

  async close(): Promise<void> {
    await this.app.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  private serve(name: string, folder: string): void {
    this.app.get<{ Params: { '*': string } }>(`/${name}/*`, async (request, reply) => {
      const path = request.params['*']
      return reply.type(types[extname(path)] ?? 'application/octet-stream').send(await readFile(join(folder, path)))
    })
  }
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    define: { CESIUM_BASE_URL: JSON.stringify('/cesium') },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      target: 'chrome120',
      rolldownOptions: {
        input: { cesium: join(here, 'cesium-page.ts'), three: join(here, 'three-page.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}
