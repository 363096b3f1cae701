import type { Clock } from '#shared/time.ts'
import type { DeliveryReason } from '#shared/world/deliveries.ts'

/** An alarm as people and programs outside are told of it. */
export interface ToldAlarm {
  alarm: string
  grade: number
  rule: string
  title: string
  advice: string
  place: string
  placeName: string
  device: string
  deviceName: string
  kind: string
  value: number
  metric: string
  state: string
  raisedAt: string
}

/** What is to be said to whom; `delivery` stays the same however often it is tried. */
export interface Message {
  delivery: string
  what: 'alarm' | 'clear' | 'try'
  at: string
  center: string
  title: string
  text: string
  /** A person's, for channels that reach people. */
  name: string
  address: string
  alarms: readonly ToldAlarm[]
  count: number
  step: number
  round: number
}

/** What came back. `said`: the beginning of the other side's words, never kept. */
export type Outcome =
  | { ok: true; status?: number; id?: string; said: string }
  | { ok: false; reason: DeliveryReason; isFinal: boolean; status?: number; said: string }

export interface Sending {
  clock: Clock
  secret: string | undefined
  /** The center is being shut down: nothing is waited for. */
  signal?: AbortSignal
}

export const CONNECT_MS = 5000
export const TOTAL_MS = 10_000

const FOR_GOOD = new Set<DeliveryReason>(['untrusted', 'redirected', 'sign-in', 'recipient', 'not-taken', 'too-large'])

export function failed(reason: DeliveryReason, said = '', status?: number): Outcome {
  const isFinal = FOR_GOOD.has(reason)
  return { ok: false, reason, isFinal, said, ...(status === undefined ? {} : { status }) }
}
