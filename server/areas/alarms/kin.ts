import { effects, mayCause, relatedSigns, type Trouble } from '#models/causes.ts'
import { placeUpTo } from '#shared/place/path.ts'
import { MINUTE, SECOND } from '#shared/time.ts'
import { isCalling } from '#shared/world/alarm-life.ts'
import type { Alarm, Sign } from '#shared/world/alarm-record.ts'
import { troubleKey } from '#shared/world/alarms.ts'
import type { World } from '#shared/world/world.ts'

/** Cause and effect come one soon after another; each that comes makes the next ones likely for as long. */
const WITHIN_MS = 5 * MINUTE
/** An effect can be told before its cause: not all devices speak at once. */
const BEFORE_MS = 30 * SECOND

/** Of the open alarms that may have one cause with this trouble the likeliest; undefined: it stands alone. */
export function nearestKin(world: World, trouble: Trouble & { device: string }, at: number): Alarm | undefined {
  let best: { alarm: Alarm; rank: number[] } | undefined
  for (const sign of relatedSigns[trouble.sign])
    for (const id of world.alarms.where('trouble', troubleKey(sign, trouble.place))) {
      const alarm = world.alarms.get(id)
      if (!alarm || !isCalling(alarm) || alarm.apart || Math.abs(at - alarm.raisedAt) > WITHIN_MS) continue
      if (!isKin(trouble, { sign, place: alarm.place, position: alarm.position }, alarm, at)) continue
      const rank = [likelihood(sign, trouble.sign), nearness(alarm.place, trouble.place), alarm.raisedAt]
      if (!best || isBefore(rank, best.rank)) best = { alarm, rank }
    }
  return best?.alarm
}

function isKin(trouble: Trouble & { device: string }, other: Trouble, alarm: Alarm, at: number): boolean {
  if (mayCause(other, trouble)) return true
  // What has a cause already needs no other; no effect comes long before its cause, and who speaks was not silenced by it.
  const { cluster, raisedAt, device } = alarm
  const isLate = cluster !== undefined || at - raisedAt > BEFORE_MS || device === trouble.device
  return !isLate && mayCause(trouble, other)
}

function likelihood(cause: Sign, effect: Sign): number {
  const reach = effects[cause][effect] ?? effects[effect][cause]
  return reach?.isSeldom ? 0 : 1
}

function nearness(a: string, b: string): number {
  if (placeUpTo(a, 'floor') === placeUpTo(b, 'floor')) return 2
  return placeUpTo(a, 'building') === placeUpTo(b, 'building') ? 1 : 0
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((one, n) => one !== b[n])
  return i >= 0 && (a[i] as number) > (b[i] as number)
}
