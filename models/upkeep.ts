import type { Text } from './kind.ts'

/** How a kind of device is kept in order: what the asset ledger (GB/T 42455.1 10.1) reminds of. */
export interface Upkeep {
  everyDays: number
  task: Text
  /** After so many years it is replaced. */
  lifeYears: number
}
