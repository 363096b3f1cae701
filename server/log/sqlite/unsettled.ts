import type { JournalEntry } from './journal.ts'
import type { Points } from './points.ts'

/** Readings that are on disk in the journal alone, by series: what a read has to add, and the next settling takes. */
export class Unsettled {
  count = 0
  commits = 0
  private readonly bySeries = new Map<number, Points>()

  add({ series, at, value }: JournalEntry): void {
    for (let i = 0; i < series.length; i++) {
      const id = series[i] as number
      let points = this.bySeries.get(id)
      if (!points) {
        points = { at: [], value: [] }
        this.bySeries.set(id, points)
      }
      points.at.push(at[i] as number)
      points.value.push(value[i] as number)
    }
    this.count += series.length
    this.commits++
  }

  get(series: number): Points | undefined {
    return this.bySeries.get(series)
  }

  series(): number[] {
    return [...this.bySeries.keys()]
  }
}
