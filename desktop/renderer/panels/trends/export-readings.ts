import { readSeries } from '#shared/contract/devices.ts'
import { exportReadings } from '#shared/contract/trends.ts'
import { BYTE_ORDER_MARK, csvLine } from '#shared/csv.ts'
import { AskError, type Asker } from '../../store/ask.ts'
import type { Range } from './range.ts'

const PAGE = 10_000
/** Days in a row that may be damaged. */
const MOST_DAMAGED = 31

export interface Exported {
  device: string
  metric: string
  /** As it is called in the file. */
  name: string
  metricName: string
  unit: string
}

export interface Told {
  written: number
  /** Between 0 and 1. */
  share: number
}

/** With the offset, so that it is the same moment wherever the file is read. */
export function isoLocal(at: number): string {
  const offset = -new Date(at).getTimezoneOffset()
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const local = new Date(at + offset * 60_000).toISOString().slice(0, -1)
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`
}

/** Every reading of the curves, one curve after another, as one file; going on record comes first. */
export async function writeReadings(
  ask: Asker['ask'],
  all: readonly Exported[],
  { from, to }: Range,
  heads: readonly string[],
  signal: AbortSignal,
  told: (progress: Told) => void,
): Promise<{ file: Blob; written: number; missing: string[] }> {
  // Kept as blobs: a long record need not fit into the memory of scripts.
  const parts = [new Blob([BYTE_ORDER_MARK + csvLine(heads)])]
  const missing = new Set<string>()
  let written = 0
  for (const [i, { device, metric, name, metricName, unit }] of all.entries()) {
    signal.throwIfAborted()
    await ask(exportReadings, { device, metric, from, to })
    for (let next: number | undefined = from; next !== undefined; ) {
      signal.throwIfAborted()
      const page = await pageOf(ask, { device, metric, from: next, to, limit: PAGE })
      const lines = page.points.map(([at, value]) => csvLine([name, device, metricName, unit, isoLocal(at), value]))
      parts.push(new Blob(lines))
      for (const day of page.missing) missing.add(day)
      written += page.points.length
      const last: number | undefined = page.points.at(-1)?.[0]
      next = page.more && last !== undefined ? last + 1 : undefined
      told({ written, share: (i + (next === undefined ? 1 : (next - from) / (to - from))) / all.length })
    }
  }
  signal.throwIfAborted()
  return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), written, missing: [...missing].sort() }
}

interface Wish extends Range {
  device: string
  metric: string
  limit: number
}

/** Whoever meets a damaged day first is refused, and the day is set aside: asked again, the others are told. */
async function pageOf(ask: Asker['ask'], wish: Wish) {
  for (let tries = 1; ; tries++)
    try {
      return await ask(readSeries, wish)
    } catch (error) {
      const isSetAside = error instanceof AskError && error.code === 'storage.damaged'
      if (!isSetAside || tries > MOST_DAMAGED) throw error
    }
}
