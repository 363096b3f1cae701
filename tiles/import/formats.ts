import { registry } from '#shared/registry.ts'
import { cityjson } from './cityjson/document.ts'
import { cityjsonSeq } from './cityjson/seq.ts'
import { geojson } from './geojson/document.ts'
import { geojsonSeq } from './geojson/seq.ts'
import type { Head } from './head.ts'
import type { Importer } from './importer.ts'
import { Refused } from './refused.ts'
import { tileset } from './tileset/importer.ts'

/** The formats that can come in. The first that recognises a source reads it. */
export const formats = registry<Importer>('import format', ({ id }) => id, [
  cityjsonSeq,
  cityjson,
  geojsonSeq,
  geojson,
  tileset,
])

export function formatOf(head: Head, given: string): Importer {
  const found = formats.all.find((format) => format.recognises(head))
  if (found) return found
  const list = (words: 'zh' | 'en') => formats.all.map(({ name }) => name[words])
  throw new Refused('format.unknown', {
    zh: `不认识 ${given} 的格式；可导入：${list('zh').join('、')}`,
    en: `${given} is of no known format; these can be imported: ${list('en').join(', ')}`,
  })
}
