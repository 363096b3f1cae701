import { z } from 'zod'
import { Assignee } from './alarm-record.ts'
import { area } from './area.ts'
import { event } from './event.ts'

export const ReplayId = z.string().regex(/^replay-[\w-]{6,40}$/)
/** A page that takes part: somebody may have several. */
export const ScreenId = z.string().regex(/^[\w-]{6,40}$/)
export const StrokeId = z.string().regex(/^stroke-[\w-]{6,40}$/)
/** Longitude, latitude, metres above sea level. */
export const Spot = z.tuple([
  z.number().min(-180).max(180),
  z.number().min(-90).max(90),
  z.number().min(-500).max(9000),
])
export type Spot = z.infer<typeof Spot>
export const Points = z.array(Spot).min(2).max(300)

const Moment = z.number().min(0)
/** Where a playhead stands, or runs from. */
export const Steering = z.object({
  moment: Moment,
  speed: z
    .number()
    .min(-60)
    .max(60)
    .refine((speed) => speed !== 0),
  playing: z.boolean(),
})
export type Steering = z.infer<typeof Steering>

const Replay = { replay: ReplayId }
export const replayBegun = event(
  'replay:begun',
  z.object({ ...Replay, leader: Assignee, screen: ScreenId, moment: Moment }),
)
export const replaySteered = event('replay:steered', Steering.extend({ ...Replay, screen: ScreenId }))
export const replayJoined = event(
  'replay:joined',
  z.object({ ...Replay, screen: ScreenId, who: Assignee, looksOnly: z.literal(true).optional() }),
)
export const replayLeft = event('replay:left', z.object({ ...Replay, screen: ScreenId, lost: z.boolean() }))
export const replayWished = event('replay:wished', z.object({ ...Replay, who: Assignee }))
export const replayLed = event('replay:led', z.object({ ...Replay, leader: Assignee }))
export const replayDrawn = event(
  'replay:drawn',
  z.object({ ...Replay, stroke: StrokeId, points: Points, who: Assignee }),
)
export const replayErased = event('replay:erased', z.object({ ...Replay, stroke: StrokeId.optional() }))
export const replayShown = event('replay:shown', z.object({ ...Replay, onWalls: z.boolean() }))
export const replayEnded = event('replay:ended', z.object({ ...Replay, deserted: z.boolean() }))

export interface Stroke {
  stroke: string
  points: readonly Spot[]
  who: Assignee
}

/** `looksOnly`: a wall, which cannot lead. */
export type Attending = Assignee & { looksOnly?: true }

/** Several people look at the past together: one leads, and all that is shared is where the playhead is. */
export interface Replay {
  replay: string
  place: string
  startedAt: number
  leader: Assignee
  /** `setAt`: when it was said, by the server's clock; from there on it runs by itself. `screen`: which one said so. */
  head: Steering & { setAt: number; screen: string }
  /** Who takes part, by screen. */
  screens: Readonly<Record<string, Attending>>
  /** Who would like to lead. */
  wishes: readonly Assignee[]
  strokes: readonly Stroke[]
  /** The walls follow as well. */
  onWalls: boolean
}

const MOST_STROKES = 100

export const replays = area<Replay>()('replays', { see: 'history.follow', everywhere: true, aboutLooking: true })
  .on(replayBegun, (table, { data: { replay, leader, screen, moment }, place, at }) =>
    table.set(replay, {
      replay,
      place,
      startedAt: at,
      leader,
      head: { moment, speed: 1, playing: false, setAt: at, screen },
      screens: { [screen]: leader },
      wishes: [],
      strokes: [],
      onWalls: false,
    }),
  )
  .on(replaySteered, (table, { data: { replay, moment, speed, playing, screen }, at }) =>
    table.change(replay, (known) => ({ ...known, head: { moment, speed, playing, setAt: at, screen } })),
  )
  .on(replayJoined, (table, { data: { replay, screen, who, looksOnly } }) =>
    table.change(replay, (known) => ({
      ...known,
      screens: { ...known.screens, [screen]: { ...who, ...(looksOnly && { looksOnly }) } },
    })),
  )
  .on(replayLeft, (table, { data: { replay, screen } }) =>
    table.change(replay, (known) => {
      const { [screen]: gone, ...screens } = known.screens
      const stays = (account: string) => Object.values(screens).some((who) => who.account === account)
      return { ...known, screens, wishes: known.wishes.filter(({ account }) => stays(account)) }
    }),
  )
  .on(replayWished, (table, { data: { replay, who } }) =>
    table.change(replay, (known) => ({
      ...known,
      wishes: [...known.wishes.filter(({ account }) => account !== who.account), who],
    })),
  )
  .on(replayLed, (table, { data: { replay, leader } }) =>
    table.change(replay, (known) => ({
      ...known,
      leader,
      wishes: known.wishes.filter(({ account }) => account !== leader.account),
    })),
  )
  .on(replayDrawn, (table, { data: { replay, stroke, points, who } }) =>
    table.change(replay, (known) => ({
      ...known,
      strokes: [...known.strokes, { stroke, points, who }].slice(-MOST_STROKES),
    })),
  )
  .on(replayErased, (table, { data: { replay, stroke } }) =>
    table.change(replay, (known) => ({
      ...known,
      strokes: stroke === undefined ? [] : known.strokes.filter((one) => one.stroke !== stroke),
    })),
  )
  .on(replayShown, (table, { data: { replay, onWalls } }) => table.change(replay, (known) => ({ ...known, onWalls })))
  .on(replayEnded, (table, { data: { replay } }) => table.delete(replay))

/** Where its playhead is now. */
export function momentOf({ moment, speed, playing, setAt }: Replay['head'], now: number): number {
  return playing ? Math.max(0, moment + (now - setAt) * speed) : moment
}

export function takesPart({ screens }: Replay, account: string): boolean {
  return Object.values(screens).some((who) => who.account === account)
}
