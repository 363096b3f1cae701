import type { OffsetSystem } from '#shared/place/chinese-offset.ts'
import type { Found, Importer, Work } from '../importer.ts'
import { Report } from '../report.ts'
import { ENOUGH_PAIRS, type Pairs, readReference, recognise } from './reference.ts'

/** Reads as much of a file as it takes to hold it against the true places. */
export async function offsetBy(file: string, format: Importer, work: Work): Promise<OffsetSystem> {
  const reference = await readReference(file)
  const pairs: Pairs = { points: [], truth: [] }
  const unshifted = { ...work, report: new Report(), options: { ...work.options, offset: 'wgs84' as const } }
  for await (const batch of format.read(unshifted)) {
    for (const one of batch) pair(one, reference, pairs)
    if (pairs.points.length >= ENOUGH_PAIRS) break
  }
  return recognise(pairs, work.report)
}

function pair(one: Found, reference: Awaited<ReturnType<typeof readReference>>, { points, truth }: Pairs): void {
  if (one.kind !== 'building') return
  const { id, lon, lat, archive } = one.found
  const place = (id === undefined ? undefined : reference.get(id)) ?? reference.get(archive.name)
  if (!place) return
  points.push({ lon, lat })
  truth.push(place)
}
