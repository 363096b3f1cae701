import type { Event } from '#shared/world/event.ts'

/** What an event is about, by which its history is found: a device, a rule, or a hand-over. Null: none of them. */
export function aboutWhat({ data }: Pick<Event, 'data'>): string | null {
  const { device, alarm, kind, rule, handOver } = data as Record<
    'device' | 'alarm' | 'kind' | 'rule' | 'handOver',
    unknown
  >
  if (typeof handOver === 'string') return aboutHandOver(handOver)
  if (typeof device === 'string') return device
  // An alarm's name begins with that of its device.
  const end = typeof alarm === 'string' ? alarm.indexOf('~') : -1
  if (end > 0) return (alarm as string).slice(0, end)
  return typeof kind === 'string' && typeof rule === 'string' ? aboutRule({ kind, rule }) : null
}

/** No device is called like that. */
export function aboutRule({ kind, rule }: { kind: string; rule: string }): string {
  return `rule:${kind}~${rule}`
}

export function aboutHandOver(handOver: string): string {
  return `hand-over:${handOver}`
}
