import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { ByteReader, Bytes, unzigzag, zigzag } from '../bytes.ts'
import type { JournalEntry } from '../journal.ts'

/** What one commit brought, in the order of its coming. */
export interface Commit {
  /** Its row in the journal. */
  row: number
  at: number
  readings: JournalEntry
}

/**
 * Some commits as bytes, about six a reading: columns of like things, squeezed together.
 *
 *   version, commits, readings, first row, first time, then of each commit: rows on, time on, readings; then of each
 *   reading: series, how late; then the values, bit by bit, first all first bytes, then all second ones
 */
const VERSION = 1

export function packBlock(commits: readonly Commit[]): Buffer {
  const count = commits.reduce((sum, { readings }) => sum + readings.series.length, 0)
  const out = new Bytes(64 + commits.length * 27 + count * 18)
  out.byte(VERSION)
  out.varint(commits.length)
  out.varint(count)
  let [row, at] = [commits[0]?.row ?? 0, commits[0]?.at ?? 0]
  out.varint(row)
  out.varint(at)
  for (const commit of commits) {
    out.varint(commit.row - row)
    out.varint(commit.at - at)
    out.varint(commit.readings.series.length)
    row = commit.row
    at = commit.at
  }
  for (const { readings } of commits) for (const series of readings.series) out.varint(series)
  for (const { at, readings } of commits) for (const measured of readings.at) out.varint(zigzag(at - measured))
  const values = new Float64Array(count)
  let filled = 0
  for (const { readings } of commits) {
    values.set(readings.value, filled)
    filled += readings.value.length
  }
  return deflateRawSync(Buffer.concat([out.done(), transposed(values)]), { level: 3 })
}

/** Values of a kind begin alike: side by side their first bytes are nearly nothing. */
function transposed(values: Float64Array): Buffer {
  const bytes = new Uint8Array(values.buffer)
  const turned = Buffer.allocUnsafe(bytes.length)
  const count = values.length
  for (let i = 0; i < count; i++) for (let k = 0; k < 8; k++) turned[k * count + i] = bytes[i * 8 + k] as number
  return turned
}

export function unpackBlock(body: Buffer): Commit[] {
  const bytes = inflateRawSync(body)
  const input = new ByteReader(bytes)
  if (input.byte() !== VERSION) throw new Error('database disk image is malformed: a block of an unknown version')
  const commits: Commit[] = new Array(input.varint())
  const count = input.varint()
  let row = input.varint()
  let at = input.varint()
  for (let i = 0; i < commits.length; i++) {
    row += input.varint()
    at += input.varint()
    const length = input.varint()
    const readings = {
      series: new Uint32Array(length),
      at: new Float64Array(length),
      value: new Float64Array(length),
    }
    commits[i] = { row, at, readings }
  }
  for (const { readings } of commits)
    for (let i = 0; i < readings.series.length; i++) readings.series[i] = input.varint()
  for (const { at, readings } of commits)
    for (let i = 0; i < readings.at.length; i++) readings.at[i] = at - unzigzag(input.varint())
  fillValues(commits, bytes.subarray(bytes.length - count * 8), count)
  return commits
}

function fillValues(commits: readonly Commit[], turned: Buffer, count: number): void {
  const bytes = new Uint8Array(count * 8)
  for (let k = 0; k < 8; k++) for (let i = 0; i < count; i++) bytes[i * 8 + k] = turned[k * count + i] as number
  const values = new Float64Array(bytes.buffer)
  let taken = 0
  for (const { readings } of commits) {
    readings.value.set(values.subarray(taken, taken + readings.value.length))
    taken += readings.value.length
  }
}
