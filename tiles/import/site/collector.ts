import type { Found, FoundBuilding, FoundTileset } from '../importer.ts'
import type { Report } from '../report.ts'
import { Extents } from './extents.ts'
import type { Incoming } from './incoming.ts'
import { LineWriter, ListWriter } from './line-writer.ts'
import { Slugs } from './slugs.ts'

/** Buildings wait here, ready but for their place: that is known when all have been seen. */
export const SPOOL = 'buildings.waiting'

/** Where from, and when: it is noted with every building. */
export interface Origin {
  source: string
  recordedAt: string
}

/** Takes what importers find, and puts it on the disk at once. */
export class Collector {
  readonly extents = new Extents()
  readonly tilesets: FoundTileset[] = []
  readonly #report: Report
  readonly #spool: LineWriter
  readonly #grounds: ListWriter
  readonly #trees: ListWriter
  readonly #origin: Origin
  readonly #ids = new Set<string>()
  readonly #slugs = new Slugs()

  private constructor(report: Report, origin: Origin, spool: LineWriter, grounds: ListWriter, trees: ListWriter) {
    this.#report = report
    this.#origin = origin
    this.#spool = spool
    this.#grounds = grounds
    this.#trees = trees
  }

  static async open(incoming: Incoming, report: Report, origin: Origin) {
    const spool = await LineWriter.open(incoming.path(SPOOL))
    const grounds = await ListWriter.open(incoming.path('grounds.json'))
    return new Collector(report, origin, spool, grounds, await ListWriter.open(incoming.path('trees.json')))
  }

  async add(batch: readonly Found[]): Promise<void> {
    for (const one of batch) {
      const wait = this.#addOne(one)
      if (wait) await wait
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#spool.close(), this.#grounds.close(), this.#trees.close()])
  }

  #addOne(one: Found): Promise<void> | undefined {
    const { taken } = this.#report
    if (one.kind === 'building') return this.#addBuilding(one.found)
    if (one.kind === 'ground') {
      taken.grounds++
      return this.#grounds.add(JSON.stringify(one.ground))
    }
    if (one.kind === 'tree') {
      taken.trees++
      return this.#trees.add(JSON.stringify(one.tree))
    }
    taken.tilesets++
    this.tilesets.push(one.found)
    return undefined
  }

  #addBuilding(found: FoundBuilding): Promise<void> | undefined {
    const { id, label, lon, lat, ground, archive, footprint, holes, shell, remarks } = found
    if (id !== undefined) {
      if (this.#ids.has(id)) {
        this.#report.leaveOut(label, 'id.duplicate')
        return undefined
      }
      this.#ids.add(id)
    }
    const slug = this.#slugs.of(id)
    archive.name ||= slug
    this.extents.add(lon, lat, footprint, ground)
    const rest = JSON.stringify({ footprint, holes: holes.length > 0 ? holes : undefined, shell, ...this.#origin })
    const whole = `${JSON.stringify(archive).slice(0, -1)},${rest.slice(1)}`
    const said = remarks.length > 0 ? JSON.stringify(remarks) : ''
    return this.#spool.add(`${slug}\t${label.replace(/[\t\n\r]/g, ' ')}\t${said}\t${whole}`)
  }
}
