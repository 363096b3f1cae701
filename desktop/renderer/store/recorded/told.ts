import type { Event } from '#shared/world/event.ts'
import type { BundleSource } from '../../players/bundle-source.ts'

/** What happened to one alarm or one device within a recording: read through once, when somebody asks first. */
export class Told {
  private readonly source: BundleSource
  private all: Promise<Event[]> | undefined

  constructor(source: BundleSource) {
    this.source = source
  }

  async ofAlarm(alarm: string): Promise<Event[]> {
    return (await this.events()).filter(({ data }) => isOfAlarm(data, alarm))
  }

  /** Newest first. */
  async ofDevice(device: string): Promise<Event[]> {
    return (await this.events()).filter(({ data }) => isOfDevice(data, device)).reverse()
  }

  /** Those of a while. */
  async between(from: number, to: number): Promise<Event[]> {
    const events: Event[] = []
    for await (const { frames } of this.source.reels(from, to))
      for (const frame of frames) if (frame.at >= from && frame.at <= to) events.push(...(frame.events ?? []))
    return events
  }

  private events(): Promise<Event[]> {
    this.all ??= this.read()
    return this.all
  }

  private async read(): Promise<Event[]> {
    const events: Event[] = []
    for await (const { frames } of this.source.reels()) for (const frame of frames) events.push(...(frame.events ?? []))
    return events
  }

  /** As its values reached a screen. */
  async series(device: string, metric: string, from: number, to: number, most: number): Promise<[number, number][]> {
    const points: [number, number][] = []
    for await (const { frames } of this.source.reels(from, to))
      for (const { values } of frames) {
        const [at, latest] = values?.[device] ?? []
        const value = latest?.[metric]
        if (at === undefined || value === undefined || at < from || at > to || at === points.at(-1)?.[0]) continue
        points.push([at, value])
        if (points.length >= most) return points
      }
    return points
  }
}

function isOfAlarm(data: Event['data'], alarm: string): boolean {
  const { alarm: one, alarms } = data as { alarm?: unknown; alarms?: unknown }
  return one === alarm || (Array.isArray(alarms) && alarms.includes(alarm))
}

function isOfDevice(data: Event['data'], device: string): boolean {
  const { device: one, alarm } = data as { device?: unknown; alarm?: unknown }
  return one === device || (typeof alarm === 'string' && alarm.startsWith(`${device}~`))
}
