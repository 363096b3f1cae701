import { type Clock, every } from '#shared/time.ts'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import { replayEnded, replayLeft } from '#shared/world/replays.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import { Attendance } from './attendance.ts'

const EVERY_MS = 3000

/** Screens that vanish leave; a replay that nobody attends is over. */
export class ReplaysAtWork {
  readonly attendance: Attendance
  private readonly log: EventLog
  private readonly stop: () => void

  constructor(log: EventLog, clock: Clock) {
    this.log = log
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
    for (const { replay, place, screens } of world.replays.values()) {
      const all = Object.keys(screens)
      const gone = all.filter((screen) => this.attendance.isGone(replay, screen))
      for (const screen of gone) drafts.push(replayLeft(place, { replay, screen, lost: true }))
      if (gone.length === all.length) drafts.push(replayEnded(place, { replay, deserted: true }))
    }
    return drafts
  }

  close(): void {
    this.stop()
  }
}
