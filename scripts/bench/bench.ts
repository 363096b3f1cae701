/** One measured figure, and what it was measured against in the same run. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** The peer or the limit, measured in the same run. */
  against?: string
  /** Value by peer, where there is one. */
  ratio?: number
  /** The target in words; absent: printed for the record. */
  target?: string
  met?: boolean
}

export type Record = (figure: Figure) => void

export interface Bench {
  name: string
  run(record: Record): Promise<void>
}

export function defineBench(name: string, run: Bench['run']): Bench {
  return { name, run }
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
