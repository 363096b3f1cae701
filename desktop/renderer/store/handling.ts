import { createStore } from 'zustand/vanilla'
import { isLatched, isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'

/** What somebody can do with alarms, in the order in which it is offered. */
export const HANDLINGS = [
  'acknowledge',
  'reset',
  'close',
  'assign',
  'comment',
  'shelve',
  'grade',
  'unite',
  'part',
  'take-back',
  'back',
] as const
export type Handling = (typeof HANDLINGS)[number]

/** Which of them an alarm allows now; the server decides, this only keeps from offering what it would refuse. */
export function allowed(alarm: Alarm, handling: Handling): boolean {
  const isAcknowledged = alarm.acknowledgedAt !== undefined
  switch (handling) {
    case 'acknowledge':
      return !alarm.aside && !isAcknowledged
    case 'take-back':
      return !alarm.aside && isAcknowledged
    case 'reset':
      return isLatched(alarm) && isAcknowledged
    case 'close':
      return !alarm.aside && !isThere(alarm) && !isLatched(alarm)
    case 'shelve':
      return !alarm.aside && alarm.state !== 'settled'
    case 'part':
      return alarm.cluster !== undefined
    case 'unite':
      return !alarm.aside
    case 'back':
      return alarm.aside !== undefined && alarm.aside.how !== 'suppressed'
    default:
      return true
  }
}

const NEXT: readonly Handling[] = ['acknowledge', 'reset', 'close', 'back']

/** The one thing that an alarm wants next, if it wants anything of whoever sits here. */
export function nextFor(alarm: Alarm): Handling | undefined {
  return NEXT.find((one) => allowed(alarm, one))
}

/** What is asked about at present: of these alarms, or of a device whose alarms are to be out of service. */
export type Asked = { what: Handling; alarms: readonly string[] } | { what: 'service'; device: string }

/** One dialog, from wherever it is wanted. */
export const handling = createStore<{ asked: Asked | undefined }>(() => ({ asked: undefined }))

export function askToHandle(asked: Asked): void {
  handling.setState({ asked })
}

export function leaveHandling(): void {
  handling.setState({ asked: undefined })
}
