import { holds } from '#shared/contract/roles.ts'
import type { Draft } from '#shared/world/event.ts'
import { type Replay, replayEnded, replayLeft, replayShown } from '#shared/world/replays.ts'
import type { World } from '#shared/world/world.ts'

/** A wall only looks along. */
export function mayLead(world: World, account: string): boolean {
  return holds(world.users.get(account)?.role ?? 'device', 'history.see')
}

/**
 * What follows when screens leave. Without anybody who could lead it is over; without its leader it is shown on no
 * wall: nobody stands there to bring one back from a past that does not move any more.
 */
export function departures(world: World, replay: Replay, gone: readonly string[], lost: boolean): Draft[] {
  const { replay: id, place, screens, leader, onWalls } = replay
  const drafts: Draft[] = gone.map((screen) => replayLeft(place, { replay: id, screen, lost }))
  const stay = Object.entries(screens).flatMap(([screen, { account }]) => (gone.includes(screen) ? [] : [account]))
  if (!stay.some((account) => mayLead(world, account))) drafts.push(replayEnded(place, { replay: id, deserted: true }))
  else if (onWalls && !stay.includes(leader.account)) drafts.push(replayShown(place, { replay: id, onWalls: false }))
  return drafts
}
