import { choosePlane, type Plane } from '../coordinates/plane.ts'
import type { Found, Importer, Work } from '../importer.ts'
import { isRecord } from '../json/is-record.ts'
import { recordsOf } from '../json/records.ts'
import { parsePiece } from '../json/text.ts'
import { bytesOfWork } from '../reading.ts'
import { Refused } from '../refused.ts'
import { checkVersion, namedByMetadata, templatesOf } from './meta.ts'
import { Objects } from './objects.ts'
import type { Templates } from './polygons.ts'
import { type Transform, transformOf, Vertices } from './vertices.ts'

export const cityjsonSeq: Importer = {
  id: 'cityjson-seq',
  name: { zh: 'CityJSON 文本序列', en: 'CityJSON text sequence' },
  recognises: ({ type, trailing, types }) =>
    types.has('CityJSONFeature') || type === 'CityJSONFeature' || (type === 'CityJSON' && trailing),
  async *read(work) {
    const reader = new Reader(work)
    for await (const records of recordsOf(bytesOfWork(work), work.head.separated ? 'record' : 'line')) {
      const found: Found[] = []
      for (const record of records) {
        const parsed = parsePiece(record)
        const where = `line ${record.line}`
        if ('fault' in parsed) work.report.leaveOut(where, parsed.fault, parsed.detail)
        else for (const one of reader.take(where, parsed.value)) found.push(one)
      }
      yield found
    }
    yield reader.rest()
  },
}

interface Feature {
  objects: Record<string, unknown>
  vertices: Vertices
}

/** Enough to judge the coordinates of the file by. */
const SAMPLE = 50

/** The first line has what all features share; each feature brings its own vertices. */
class Reader {
  readonly #work: Work
  #first: Record<string, unknown> | undefined
  #transform: Transform | undefined
  #templates: Templates | undefined
  #plane: Plane | undefined
  #waiting: Feature[] = []

  constructor(work: Work) {
    this.#work = work
  }

  take(where: string, value: unknown): Found[] {
    if (isRecord(value) && value.type === 'CityJSON') {
      checkVersion(value.version, this.#work.report)
      this.#first = value
      this.#transform = transformOf(value.transform)
      this.#templates = templatesOf(value['geometry-templates'])
      // Some writers put objects into the first line as well.
      return isRecord(value.CityObjects) && Object.keys(value.CityObjects).length > 0 ? this.#hold(value) : []
    }
    if (isRecord(value) && value.type === 'CityJSONFeature' && isRecord(value.CityObjects)) return this.#hold(value)
    this.#work.report.leaveOut(where, 'object.malformed')
    return []
  }

  rest(): Found[] {
    if (this.#waiting.length === 0) return []
    this.#plane ??= this.#choose()
    const waiting = this.#waiting
    this.#waiting = []
    return waiting.flatMap((feature) => this.#read(feature))
  }

  #hold(value: Record<string, unknown>): Found[] {
    const vertices = new Vertices()
    for (const vertex of Array.isArray(value.vertices) ? value.vertices : []) vertices.add(vertex)
    vertices.transform = this.#transform
    this.#waiting.push({ objects: value.CityObjects as Record<string, unknown>, vertices })
    return this.#plane || this.#waiting.length >= SAMPLE ? this.rest() : []
  }

  #choose(): Plane {
    if (!this.#first)
      throw new Refused('header.missing', {
        zh: '第一行不是 CityJSON 文件头（"type":"CityJSON"，含 transform 和 metadata），无法得知坐标；请重新导出完整的 CityJSONSeq',
        en: 'the first line is no CityJSON header ("type":"CityJSON" with transform and metadata), without which the coordinates mean nothing: export the whole CityJSONSeq anew',
      })
    const named = namedByMetadata(this.#first.metadata)
    const sample = this.#waiting.flatMap(({ vertices }) => vertices.sample(8))
    return choosePlane(sample, named ? { named } : {}, this.#work.options, this.#work.report)
  }

  #read({ objects, vertices }: Feature): Found[] {
    const plane = this.#plane ?? this.#choose()
    const taken = new Objects({ vertices, templates: this.#templates, plane, report: this.#work.report })
    const found = Object.entries(objects).flatMap(([id, object]) => taken.take(id, object))
    return [...found, ...taken.rest()]
  }
}
