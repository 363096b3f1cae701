import type { Event } from '#shared/world/event.ts'

/** The device that an event is about, by which its history is found; null: it is about none. */
export function aboutDevice({ data }: Pick<Event, 'data'>): string | null {
  const { device, alarm } = data as { device?: unknown; alarm?: unknown }
  if (typeof device === 'string') return device
  // An alarm's name begins with that of its device.
  const end = typeof alarm === 'string' ? alarm.indexOf('~') : -1
  return end > 0 ? (alarm as string).slice(0, end) : null
}
