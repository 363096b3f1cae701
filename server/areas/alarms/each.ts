import type { Outcome } from '#shared/contract/alarms.ts'
import { type AnkanError, refuse, toAnkanError } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { Decided } from '../../gateway/serve.ts'

interface Asked {
  alarms: readonly string[]
}

/**
 * Deals with each of many alarms as if it were alone: whoever was slower than somebody else with one of them still has
 * the others. When all are refused, the first refusal says why.
 */
export function each(
  world: World,
  { alarms }: Asked,
  { duty }: { duty: string },
  one: (alarm: Alarm) => Draft | Draft[],
): Decided<Outcome> {
  const drafts: Draft[] = []
  const output: Outcome = { done: [], refused: [] }
  let first: AnkanError | undefined
  for (const id of alarms)
    try {
      drafts.push(...[one(openFor(world, id, duty))].flat())
      output.done.push(id)
    } catch (thrown) {
      const error = toAnkanError(thrown)
      if (error.code === 'internal') throw thrown
      first ??= error
      output.refused.push({ alarm: id, code: error.code })
    }
  if (output.done.length === 0 && first) throw first
  return { drafts, output }
}

function openFor(world: World, id: string, duty: string): Alarm {
  const alarm = world.alarms.get(id)
  // Somebody else's alarm and no alarm are answered alike.
  if (!alarm || !isWithin(alarm.place, duty)) return refuse('alarm.unknown', { alarm: id }, 'no such open alarm')
  return alarm
}
