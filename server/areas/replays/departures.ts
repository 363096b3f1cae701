import { holds } from '#shared/contract/roles.ts'
import type { Draft } from '#shared/world/event.ts'
import { momentOf, type Replay, replayEnded, replayLeft, replayShown, replaySteered } from '#shared/world/replays.ts'
import type { World } from '#shared/world/world.ts'

/** Said by no screen, so that every one heeds it. */
const NOBODY = 'nobody'

/** A wall only looks along. */
export function mayLead(world: World, account: string): boolean {
  return holds(world.users.get(account)?.role ?? 'device', 'history.see')
}

/**
 * What follows when screens leave. Without anybody who could lead it is over; without its leader it stands still and is
 * shown on no wall: nobody stands there to bring one back.
 */
export function departures(
  world: World,
  replay: Replay,
  gone: readonly string[],
  { lost, now }: { lost: boolean; now: number },
): Draft[] {
  const { replay: id, place, screens, leader, onWalls, head } = replay
  const drafts: Draft[] = gone.map((screen) => replayLeft(place, { replay: id, screen, lost }))
  const stay = Object.entries(screens).flatMap(([screen, { account }]) => (gone.includes(screen) ? [] : [account]))
  if (!stay.some((account) => mayLead(world, account)))
    return [...drafts, replayEnded(place, { replay: id, deserted: true })]
  if (stay.includes(leader.account)) return drafts
  if (onWalls) drafts.push(replayShown(place, { replay: id, onWalls: false }))
  // Nobody has a hand on it any more: it stands still until somebody takes over.
  if (head.playing) {
    const moment = Math.min(momentOf(head, now), now)
    drafts.push(replaySteered(place, { replay: id, moment, speed: head.speed, playing: false, screen: NOBODY }))
  }
  return drafts
}
