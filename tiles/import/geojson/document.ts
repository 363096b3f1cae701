import { type Named, namedByCrs, nameSystem, namesCoordinates } from '../coordinates/named.ts'
import type { Importer, Work } from '../importer.ts'
import { JsonSplitter, type Piece } from '../json/splitter.ts'
import { parsePiece } from '../json/text.ts'
import { bytesOfWork } from '../reading.ts'
import { Refused } from '../refused.ts'
import { takeFeatures } from './features.ts'
import type { RawFeature } from './geometry.ts'

const types = new Set(['FeatureCollection', 'Feature', 'Polygon', 'MultiPolygon', 'GeometryCollection'])

/** A collection of any size, one feature at a time; or a single feature or geometry. */
export const geojson: Importer = {
  id: 'geojson',
  name: { zh: 'GeoJSON', en: 'GeoJSON' },
  recognises: ({ members, type }) => members.has('features') || (type !== undefined && types.has(type)),
  async *read(work) {
    const names = new Names(work)
    yield* takeFeatures(featuresOf(work, names), work, () => names.settle())
  },
}

async function* featuresOf(work: Work, names: Names): AsyncGenerator<RawFeature[]> {
  const splitter = new JsonSplitter((member) => (member === 'features' ? 'entries' : 'whole'))
  const alone: Record<string, unknown> = {}
  let count = 0
  for await (const chunk of bytesOfWork(work)) {
    const batch: RawFeature[] = []
    for (const piece of splitter.push(chunk)) {
      const isFeature = piece.member === 'features'
      const where = isFeature ? `features[${count++}]` : piece.member
      const parsed = parsePiece(piece)
      if ('fault' in parsed) work.report.leaveOut(where, parsed.fault, parsed.detail)
      else if (isFeature) batch.push({ where, value: parsed.value })
      else {
        alone[piece.member] = parsed.value
        names.see(piece, parsed.value)
      }
    }
    yield batch
  }
  if (splitter.open) work.report.leaveOut(work.source.name, 'file.cut')
  if (splitter.trailing) work.report.leaveOut(work.source.name, 'file.trailing')
  if (alone.type === 'Feature') yield [{ where: 'feature', value: alone }]
  else if (alone.coordinates) yield [{ where: 'geometry', value: { type: 'Feature', geometry: alone } }]
}

/** What the members around the features say of the coordinates. */
class Names {
  readonly #work: Work
  #named: Named | undefined
  #settled = false

  constructor(work: Work) {
    this.#work = work
  }

  see({ member }: Piece, value: unknown): void {
    const named =
      member === 'crs'
        ? namedByCrs(value)
        : typeof value === 'string' && namesCoordinates(member)
          ? nameSystem(value)
          : undefined
    if (!named || this.#named?.offset) return
    // Too late: what came before has been placed already. The person can say it at once.
    const isNews = named.offset !== undefined || (named.epsg !== 4326 && named.epsg !== 4490)
    if (this.#settled && isNews && !this.#isSaid(named)) {
      const how = named.offset ? `--offset ${named.offset}` : `--epsg ${named.epsg ?? 'N'}`
      throw new Refused('crs.late', {
        zh: `文件在要素之后才说明坐标系（${named.text}），请加上 ${how} 再导入`,
        en: `the file names its coordinate system (${named.text}) only after its features: import it with ${how}`,
      })
    }
    this.#named = named
  }

  settle(): Named | undefined {
    this.#settled = true
    return this.#named
  }

  #isSaid(named: Named): boolean {
    const { epsg, offset } = this.#work.options
    return named.offset ? offset !== undefined : epsg !== undefined
  }
}
