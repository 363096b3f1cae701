import type { Columns } from './readings-file.ts'

const FIRST_ROOM = 1 << 16

/** Readings gathered in columns that grow: a million of them are 20 MB. */
export class ReadingColumns {
  count = 0
  private at = new Float64Array(FIRST_ROOM)
  private value = new Float64Array(FIRST_ROOM)
  private series = new Uint32Array(FIRST_ROOM)

  add(series: number, at: number, value: number): void {
    if (this.count === this.at.length) this.grow()
    this.at[this.count] = at
    this.value[this.count] = value
    this.series[this.count++] = series
  }

  private grow(): void {
    const room = this.at.length * 2
    const [at, value, series] = [new Float64Array(room), new Float64Array(room), new Uint32Array(room)]
    at.set(this.at)
    value.set(this.value)
    series.set(this.series)
    Object.assign(this, { at, value, series })
  }

  /** In the order of time; of two of one series and time the one that stands first in the file. */
  inOrder(seriesCount: number): Columns & { duplicates: number } {
    const { at, value, series, count } = this
    const order = new Uint32Array(count)
    let isSorted = true
    for (let i = 0; i < count; i++) {
      order[i] = i
      if (i > 0 && (at[i] as number) < (at[i - 1] as number)) isSorted = false
    }
    if (!isSorted) order.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b)
    const last = new Float64Array(seriesCount).fill(Number.NaN)
    let kept = 0
    for (const row of order) {
      const of = series[row] as number
      if (last[of] === at[row]) continue
      last[of] = at[row] as number
      order[kept++] = row
    }
    return { at, value, series, order: order.subarray(0, kept), duplicates: count - kept }
  }
}
