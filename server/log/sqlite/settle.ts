import type { Knex } from 'knex'
import { inTimeOrder, joined, type Points, packPoints, unpackPoints } from './points.ts'
import type { Unsettled } from './unsettled.ts'

const CHUNK_POINTS = 512
/** Series moved in one transaction: commits wait behind it, so it is kept to some milliseconds. */
const SLICE = 128

interface Chunk {
  series: number
  first: number
  last: number
  count: number
  body: Buffer
}

/** Packs what lies in the journal up to `upTo` into chunks, slice by slice, then empties the journal so far. */
export async function settle(db: Knex, unsettled: Unsettled, upTo: number): Promise<void> {
  const series = unsettled.series()
  for (let i = 0; i < series.length; i += SLICE) {
    const slice = series.slice(i, i + SLICE)
    await db.transaction(async (step) => {
      // A chunk that is not full yet is taken up and filled.
      const open = await step('chunk')
        .whereIn('series', slice)
        .andWhere('count', '<', CHUNK_POINTS / 2)
        .orderBy('id')
      const bySeries = new Map<number, Chunk[]>()
      for (const chunk of open as Chunk[]) bySeries.set(chunk.series, [...(bySeries.get(chunk.series) ?? []), chunk])
      if (open.length > 0)
        await step('chunk')
          .whereIn(
            'id',
            open.map(({ id }: { id: number }) => id),
          )
          .delete()
      const fresh = slice.flatMap((id) => chunksOf(id, unsettled.get(id), bySeries.get(id) ?? []))
      for (const chunk of fresh)
        await step.raw('INSERT INTO chunk (series, first, last, count, body) VALUES (?, ?, ?, ?, ?)', [
          chunk.series,
          chunk.first,
          chunk.last,
          chunk.count,
          chunk.body,
        ])
    })
  }
  await db.raw('DELETE FROM journal WHERE id <= ?', [upTo])
}

function chunksOf(series: number, fresh: Points | undefined, open: Chunk[]): Chunk[] {
  const parts = open.map((chunk) => unpackPoints(chunk.body))
  if (fresh) parts.push(fresh)
  const { at, value } = inTimeOrder(joined(parts))
  const chunks: Chunk[] = []
  for (let i = 0; i < at.length; i += CHUNK_POINTS) {
    const part = { at: at.slice(i, i + CHUNK_POINTS), value: value.slice(i, i + CHUNK_POINTS) }
    chunks.push({
      series,
      first: part.at[0] as number,
      last: part.at.at(-1) as number,
      count: part.at.length,
      body: packPoints(part),
    })
  }
  return chunks
}
