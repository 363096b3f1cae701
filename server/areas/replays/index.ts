import { randomUUID } from 'node:crypto'
import {
  attendReplay,
  beginReplay,
  drawInReplay,
  endReplay,
  eraseInReplay,
  handReplayOver,
  joinReplay,
  leaveReplay,
  pointInReplay,
  showReplay,
  steerReplayTogether,
  takeReplay,
  wishToLead,
} from '#shared/contract/replays.ts'
import { holds } from '#shared/contract/roles.ts'
import type { Pointing } from '#shared/contract/wire.ts'
import { refuse } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import type { Assignee } from '#shared/world/alarm-record.ts'
import {
  type Replay,
  replayBegun,
  replayDrawn,
  replayEnded,
  replayErased,
  replayJoined,
  replayLed,
  replayShown,
  replaySteered,
  replayWished,
  takesPart,
} from '#shared/world/replays.ts'
import type { World } from '#shared/world/world.ts'
import { type Asker, answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { departures, mayLead } from './departures.ts'
import type { ReplaysAtWork } from './replays-at-work.ts'

interface Deps {
  log: EventLog
  clock: Clock
  root: string
  atWork: ReplaysAtWork
  pointing(pointing: Pointing): void
}

const MOST_REPLAYS = 5
/** So far the clock of a screen may run ahead of ours. */
const AHEAD_MS = 5000
const MOST_SCREENS = 50

/** Looking at the past together: one leads, all others follow the same playhead. */
export function replayCalls({ log, clock, root, atWork: { attendance }, pointing }: Deps): Served[] {
  const overBy = (moment: number) => {
    const now = clock.now()
    if (moment > now + AHEAD_MS) refuse('history.to-come', {}, 'what is to come cannot be looked at')
    return Math.min(moment, now)
  }
  return [
    decide(beginReplay, (world, { screen, moment }, { by, duty }) => {
      if (world.replays.size >= MOST_REPLAYS) refuse('replay.too-many', { most: MOST_REPLAYS }, 'end one first')
      const replay = `replay-${randomUUID()}`
      attendance.attends(replay, screen)
      return {
        drafts: [replayBegun(duty || root, { replay, leader: personOf(by), screen, moment: overBy(moment) })],
        output: { replay },
      }
    }),
    decide(joinReplay, (world, { replay, screen }, { by, role }) => {
      const { place, screens } = found(world, replay)
      if (!(screen in screens) && Object.keys(screens).length >= MOST_SCREENS)
        refuse('replay.full', { most: MOST_SCREENS }, 'no more screens can take part')
      attendance.attends(replay, screen)
      if (screen in screens) return []
      const looksOnly = !holds(role, 'history.see')
      return [replayJoined(place, { replay, screen, who: personOf(by), ...(looksOnly && { looksOnly }) })]
    }),
    decide(leaveReplay, (world, { replay, screen }, { by }) => {
      const known = found(world, replay)
      if (known.screens[screen]?.account !== by.id) return []
      attendance.forget(replay, screen)
      return departures(world, known, [screen], { lost: false, now: clock.now() })
    }),
    answer(attendReplay, ({ replay, screen }, { by }) => {
      if (found(log.told, replay).screens[screen]?.account !== by.id)
        refuse('replay.not-there', {}, 'this screen does not take part')
      attendance.attends(replay, screen)
      return {}
    }),
    answer(pointInReplay, ({ replay, at }, { by }) => {
      const { name, account } = partOf(found(log.told, replay), by)
      pointing({ replay, account, name, at })
      return {}
    }),
    decide(steerReplayTogether, (world, { replay, moment, ...steering }, asker) => {
      const { place } = ledBy(world, replay, asker)
      return [replaySteered(place, { replay, moment: overBy(moment), ...steering })]
    }),
    decide(wishToLead, (world, { replay }, { by }) => {
      const known = found(world, replay)
      const who = partOf(known, by)
      return known.leader.account === who.account ? [] : [replayWished(known.place, { replay, who })]
    }),
    decide(handReplayOver, (world, { replay, to }, asker) => {
      const { place, screens } = ledBy(world, replay, asker)
      const leader = Object.values(screens).find(({ account }) => account === to)
      if (!leader) return refuse('replay.not-there', { to }, 'whom it is handed to does not take part')
      if (!mayLead(world, to)) refuse('access.denied', {}, 'a wall cannot lead')
      return [replayLed(place, { replay, leader })]
    }),
    decide(takeReplay, (world, { replay }, { by, role }) => {
      const known = found(world, replay)
      const leader = partOf(known, by)
      if (known.leader.account === leader.account) return []
      if (takesPart(known, known.leader.account) && !holds(role, 'history.lead'))
        refuse('replay.led', { by: known.leader.name }, 'who leads is there: ask first')
      return [replayLed(known.place, { replay, leader })]
    }),
    decide(drawInReplay, (world, { replay, points }, { by }) => {
      const known = found(world, replay)
      const stroke = `stroke-${randomUUID()}`
      return {
        drafts: [replayDrawn(known.place, { replay, stroke, points, who: partOf(known, by) })],
        output: { stroke },
      }
    }),
    decide(eraseInReplay, (world, { replay, stroke }, asker) => {
      const known = found(world, replay)
      const isOwn = known.strokes.find((one) => one.stroke === stroke)?.who.account === asker.by.id
      if (!isOwn) ledBy(world, replay, asker)
      return [replayErased(known.place, { replay, ...(stroke !== undefined && { stroke }) })]
    }),
    decide(showReplay, (world, { replay, onWalls }, asker) => {
      const { place } = ledBy(world, replay, asker)
      return [replayShown(place, { replay, onWalls })]
    }),
    decide(endReplay, (world, { replay }, asker) => {
      const { place } = ledBy(world, replay, asker)
      return [replayEnded(place, { replay, deserted: false })]
    }),
  ]
}

function personOf({ id, name }: Asker['by']): Assignee {
  return { account: id, name: name ?? id }
}

function found(world: World, replay: string): Replay {
  return world.replays.get(replay) ?? refuse('replay.unknown', { replay }, 'it is over')
}

function partOf(replay: Replay, by: Asker['by']): Assignee {
  if (!takesPart(replay, by.id)) refuse('replay.not-there', {}, 'who asks does not take part')
  return personOf(by)
}

/** By who leads, or may lead any. */
function ledBy(world: World, replay: string, { by, role }: Asker): Replay {
  const known = found(world, replay)
  if (known.leader.account !== by.id && !holds(role, 'history.lead'))
    refuse('replay.not-leading', { by: known.leader.name }, 'only who leads does that')
  return known
}
