import { type Clock, every } from '#shared/time.ts'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import { Attendance } from './attendance.ts'
import { departures } from './departures.ts'

const EVERY_MS = 3000

/** Screens that vanish leave; one that nobody is left to lead is over. */
export class ReplaysAtWork {
  readonly attendance: Attendance
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly stop: () => void

  constructor(log: EventLog, clock: Clock) {
    this.log = log
    this.clock = clock
    this.attendance = new Attendance(clock)
    this.stop = every(clock, EVERY_MS, () => void this.look())
  }

  private async look(): Promise<void> {
    if (this.due(this.log.told).length === 0) return
    // While nothing can be written nobody leaves: the next look finds the same.
    await this.log.append((world) => this.due(world), SYSTEM).catch(() => {})
  }

  private due(world: World): Draft[] {
    const drafts: Draft[] = []
    for (const replay of world.replays.values()) {
      const gone = Object.keys(replay.screens).filter((screen) => this.attendance.isGone(replay.replay, screen))
      if (gone.length > 0) drafts.push(...departures(world, replay, gone, { lost: true, now: this.clock.now() }))
    }
    return drafts
  }

  close(): void {
    this.stop()
  }
}
