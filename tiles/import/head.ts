import { RECORD_SEPARATOR } from './json/records.ts'
import { JsonSplitter } from './json/splitter.ts'
import { Refused } from './refused.ts'
import { bytesOf, type Source } from './source.ts'

/** What the beginning of a source gives away of its format. */
export interface Head {
  where: Source['kind']
  /** The members of the first object, its `type`, and whether something stands behind it. */
  members: ReadonlySet<string>
  type?: string
  trailing: boolean
  /** RFC 8142: every text of a sequence begins with a separator. */
  separated: boolean
  /** The types of those lines, or separated texts, that are an object each. */
  types: ReadonlySet<string>
}

const ENOUGH = 1024 * 1024

export async function headOf(source: Source): Promise<Head> {
  const nothing = { members: new Set<string>(), trailing: false, separated: false, types: new Set<string>() }
  if (source.kind !== 'file') return { where: source.kind, ...nothing }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytesOf(source.path)) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= ENOUGH) break
  }
  const bytes = Buffer.concat(chunks)
  refuseForeign(bytes)
  return { where: 'file', ...outermost(bytes), ...sequence(bytes, size >= ENOUGH) }
}

/** What people have instead, and what to do about it. */
function refuseForeign(bytes: Buffer): void {
  const start = bytes.subarray(0, 4).toString('latin1')
  const isWide = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')
  if (isWide)
    throw new Refused('text.encoding', {
      zh: '文件是 UTF-16 编码，请转存为 UTF-8',
      en: 'the file is in UTF-16: save it in UTF-8',
    })
  const foreign =
    start === '\x00\x00\x27\x0a'
      ? 'Shapefile'
      : start.startsWith('PK')
        ? 'zip'
        : start.startsWith('<')
          ? 'XML (GML, KML)'
          : undefined
  if (foreign)
    throw new Refused('format.unknown', {
      zh: `这是 ${foreign} 文件，请先转换：ogr2ogr -f GeoJSONSeq out.geojsonl FILE`,
      en: `this is ${foreign}: convert it first with ogr2ogr -f GeoJSONSeq out.geojsonl FILE`,
    })
}

function outermost(bytes: Buffer): Pick<Head, 'members' | 'type' | 'trailing'> {
  const members = new Set<string>()
  const splitter = new JsonSplitter((member) => {
    members.add(member)
    return member === 'type' ? 'whole' : 'pass'
  })
  const type = splitter.push(bytes).find(({ member }) => member === 'type')?.text
  const plain = type?.replace(/^\s*"|"\s*$/g, '')
  return { members, trailing: splitter.trailing, ...(plain === undefined ? {} : { type: plain }) }
}

/** A line that is a whole object with a type makes a sequence; a document's lines are parts of it. */
function sequence(bytes: Buffer, isCut: boolean): Pick<Head, 'separated' | 'types'> {
  const separated = bytes[0] === RECORD_SEPARATOR
  const texts = bytes.toString('utf8').split(separated ? '\x1e' : '\n')
  if (isCut && texts.length > 1) texts.pop()
  return { separated, types: new Set(texts.slice(0, 50).flatMap(typeOf)) }
}

function typeOf(text: string): string[] {
  if (!text.trimStart().startsWith('{')) return []
  try {
    const { type } = JSON.parse(text) as { type?: unknown }
    return typeof type === 'string' ? [type] : []
  } catch {
    return []
  }
}
