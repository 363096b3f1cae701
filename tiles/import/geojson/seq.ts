import { type Named, namedByCrs, nameSystem, namesCoordinates } from '../coordinates/named.ts'
import type { Importer, Work } from '../importer.ts'
import { recordsOf } from '../json/records.ts'
import { parsePiece } from '../json/text.ts'
import { bytesOfWork } from '../reading.ts'
import { takeFeatures } from './features.ts'
import type { RawFeature } from './geometry.ts'

export const geojsonSeq: Importer = {
  id: 'geojson-seq',
  name: { zh: 'GeoJSON 序列', en: 'GeoJSON text sequence' },
  recognises: ({ members, separated, types, type }) =>
    !members.has('features') && (types.has('Feature') || (separated && (type === undefined || type === 'Feature'))),
  async *read(work) {
    let named: Named | undefined
    const batches = featuresOf(work, (feature) => {
      named ??= saidBy(feature)
    })
    yield* takeFeatures(batches, work, () => named)
  },
}

async function* featuresOf(work: Work, see: (feature: object) => void): AsyncGenerator<RawFeature[]> {
  const separator = work.head.separated ? 'record' : 'line'
  for await (const records of recordsOf(bytesOfWork(work), separator)) {
    const batch: RawFeature[] = []
    for (const record of records) {
      const where = `${separator} ${record.line}`
      const parsed = parsePiece(record)
      if ('fault' in parsed) work.report.leaveOut(where, parsed.fault, parsed.detail)
      else {
        if (typeof parsed.value === 'object' && parsed.value !== null) see(parsed.value)
        batch.push({ where, value: parsed.value })
      }
    }
    yield batch
  }
}

/** A sequence has no place of its own to name its coordinates: its features say it, if at all. */
function saidBy(feature: object): Named | undefined {
  const { crs, properties } = feature as { crs?: unknown; properties?: unknown }
  if (crs) return namedByCrs(crs)
  for (const [key, value] of Object.entries(properties ?? {}))
    if (typeof value === 'string' && namesCoordinates(key)) return nameSystem(value)
  return undefined
}
