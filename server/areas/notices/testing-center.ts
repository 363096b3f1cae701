import { listDeliveries, previewNotice, type ShownDelivery, saveChannel, saveRoute } from '#shared/contract/notices.ts'
import { changeUser } from '#shared/contract/users.ts'
import { MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import type { Grade, Sign } from '#shared/world/alarm-record.ts'
import type { Delivery } from '#shared/world/deliveries.ts'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import { type Running, type StartOptions, start } from '../../testing/start.ts'

export const NINE = new Date(2026, 10, 23, 9).getTime()

let made = 0

export function raised(
  grade: Grade = 1,
  more: { device?: string; place?: string; sign?: Sign; cluster?: string; alarm?: string } = {},
): Draft {
  const { device = 'smoke-1', place = 'jinxiu/z1/b01/f01', ...rest } = more
  const alarm = `${device}~smoke~t${made++}`
  const position = { lon: 114, lat: 22.5, height: 3 }
  return alarmRaised(place, {
    alarm,
    device,
    rule: 'smoke',
    grade,
    position,
    metric: 'smoke',
    limit: 8,
    value: 9,
    ...rest,
  })
}

/** A center on a clock of its own, with what a test of notices needs. */
export class NoticeCenter {
  readonly server: Running
  readonly clock: SimulatedClock

  private constructor(server: Running, clock: SimulatedClock) {
    this.server = server
    this.clock = clock
  }

  static async start(options: Partial<StartOptions> = {}): Promise<NoticeCenter> {
    const clock = new SimulatedClock(NINE)
    return new NoticeCenter(await start({ clock, ...options }), clock)
  }

  get world() {
    return this.server.log.told
  }

  get deliveries(): Delivery[] {
    return [...this.world.deliveries.values()]
  }

  async channel(channel: string, form: Record<string, unknown>, more: Record<string, unknown> = {}, secret?: string) {
    const entry = { channel, name: channel, every: 60, form, ...more }
    const answer = await this.server.ask(saveChannel, { channel: entry, ...(secret && { secret }) } as never, 'admin')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  webhook(channel: string, url: string, more: Record<string, unknown> = {}): Promise<void> {
    return this.channel(channel, { kind: 'webhook', url }, { every: 1, ...more })
  }

  sms(channel: string, url: string, more: Record<string, unknown> = {}, channelMore: Record<string, unknown> = {}) {
    const body = '{"to":"{{phone}}","text":"{{text}}","key":"{{delivery}}"}'
    return this.channel(channel, { kind: 'sms', url, body, id: 'id', ...more }, channelMore)
  }

  async route(steps: Record<string, unknown>[], more: Record<string, unknown> = {}, route = 'route-1') {
    const all = steps.map((step, i) => ({ after: i, ...step }))
    const entry = { route, name: route, when: {}, steps: all, ...more }
    const seen = this.world.routes.get(route)?.changedAt
    const answer = await this.server.ask(saveRoute, { route: entry, ...(seen && { seen }) } as never, 'admin')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  /** Gives somebody a telephone and a mail box. */
  async reach(account: string, contact: { phone?: string; mail?: string }): Promise<void> {
    const user = this.world.users.get(account)
    if (!user) throw new Error(account)
    const { place: _, createdAt: __, changedAt: ___, ...entry } = user
    const answer = await this.server.ask(changeUser, { ...entry, ...contact }, 'admin')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  append(...drafts: Draft[]) {
    return this.server.log.append(() => drafts, SYSTEM)
  }

  /** Raises one and says its name. */
  async raise(grade: Grade = 1, more: Parameters<typeof raised>[1] = {}): Promise<string> {
    const draft = raised(grade, more)
    await this.append(draft)
    await this.settle()
    return (draft.data as { alarm: string }).alarm
  }

  /** Time goes by in small steps, and what it sets off comes to its end before it goes on. */
  async pass(ms: number, step = SECOND): Promise<void> {
    for (let gone = 0; gone < ms; gone += step) {
      this.clock.advance(Math.min(step, ms - gone))
      await this.settle(2)
    }
    await this.settle()
  }

  minutes(n: number): Promise<void> {
    return this.pass(n * MINUTE)
  }

  /** What is on its way over the loop-back interface arrives: nothing has moved for a while. */
  async settle(rounds = 8): Promise<void> {
    let quiet = 0
    let seq = -1
    while (quiet < rounds) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      const now = this.server.log.decided.seq
      quiet = now === seq && this.server.log.told.seq === now ? quiet + 1 : 0
      seq = now
    }
  }

  async shown(alarm: string, as = 'viewer'): Promise<ShownDelivery[]> {
    const { body } = await this.server.ask(listDeliveries, { alarm }, as)
    return body.deliveries
  }

  /** Whatever went wrong within. */
  get reports(): readonly string[] {
    return this.server.reports.filter((text) => text.includes('notice'))
  }

  async preview(about: Record<string, unknown>) {
    return (await this.server.ask(previewNotice, about, 'admin')).body
  }
}
