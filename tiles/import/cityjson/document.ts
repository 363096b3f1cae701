import { choosePlane } from '../coordinates/plane.ts'
import type { Found, Importer, Work } from '../importer.ts'
import { JsonSplitter, type Want } from '../json/splitter.ts'
import { parsePiece } from '../json/text.ts'
import { bytesOfWork } from '../reading.ts'
import { Refused } from '../refused.ts'
import type { Scene } from './building.ts'
import { checkVersion, namedByMetadata, templatesOf } from './meta.ts'
import { Objects } from './objects.ts'
import { transformOf, Vertices } from './vertices.ts'

/** All objects of such a file share its vertices, which have to be in memory: there is a format for more. */
const MOST_BYTES = 1024 ** 3

export const cityjson: Importer = {
  id: 'cityjson',
  name: { zh: 'CityJSON', en: 'CityJSON' },
  recognises: ({ members, type, trailing, types }) =>
    (type === 'CityJSON' || members.has('CityObjects')) && !trailing && !types.has('CityJSONFeature'),
  async *read(work) {
    if (work.source.kind === 'file' && work.source.size > MOST_BYTES) throw tooLarge()
    const scene = await readScene(work)
    const objects = new Objects(scene)
    // The objects stand before the vertices in most files, and so the file is read a second time.
    for await (const pieces of split(work, (member) => (member === 'CityObjects' ? 'entries' : 'pass'))) {
      const found: Found[] = []
      for (const piece of pieces) {
        const id = piece.key ?? ''
        const parsed = parsePiece(piece)
        if ('fault' in parsed) work.report.leaveOut(id, parsed.fault, parsed.detail)
        else found.push(...objects.take(id, parsed.value))
      }
      yield found
    }
    yield objects.rest()
  },
}

async function readScene(work: Work): Promise<Scene> {
  const vertices = new Vertices()
  const members: Record<string, unknown> = {}
  for await (const pieces of split(work, wantOfScene, work.source.name)) {
    for (const piece of pieces) {
      const parsed = parsePiece(piece)
      if (piece.member === 'vertices') vertices.add('value' in parsed ? parsed.value : undefined)
      else if ('fault' in parsed) work.report.leaveOut(piece.member, parsed.fault, parsed.detail)
      else members[piece.member] = parsed.value
    }
  }
  checkVersion(members.version, work.report)
  vertices.transform = transformOf(members.transform)
  const named = namedByMetadata(members.metadata)
  const plane = choosePlane(vertices.sample(256), named ? { named } : {}, work.options, work.report)
  return { vertices, templates: templatesOf(members['geometry-templates']), plane, report: work.report }
}

function wantOfScene(member: string): Want {
  if (member === 'vertices') return 'entries'
  return ['version', 'transform', 'metadata', 'geometry-templates'].includes(member) ? 'whole' : 'pass'
}

/** `tell`: what is wrong with the file as a whole is said in one of the rounds alone. */
async function* split(work: Work, want: (member: string) => Want, tell?: string) {
  const splitter = new JsonSplitter(want, 256 * 1024 * 1024)
  let size = 0
  for await (const chunk of bytesOfWork(work, tell === undefined)) {
    size += chunk.length
    if (size > MOST_BYTES) throw tooLarge()
    yield splitter.push(chunk)
  }
  if (tell === undefined) return
  if (splitter.open) work.report.leaveOut(tell, 'file.cut')
  if (splitter.trailing) work.report.leaveOut(tell, 'file.trailing')
}

function tooLarge(): Refused {
  return new Refused('file.huge', {
    zh: 'CityJSON 文件超过 1 GB，请先转成 CityJSONSeq：cjio FILE export jsonl out.city.jsonl',
    en: 'a CityJSON file of more than 1 GB: make it a CityJSONSeq first with cjio FILE export jsonl out.city.jsonl',
  })
}
