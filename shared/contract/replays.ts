import { z } from 'zod'
import { Points, ReplayId, ScreenId, Spot, Steering, StrokeId } from '../world/replays.ts'
import { command, query } from './call.ts'

const Which = { replay: ReplayId }
const Moment = z
  .number()
  .min(0)
  .max(Date.UTC(9999, 11, 31))

export const beginReplay = command('replay:begin', {
  input: z.strictObject({ screen: ScreenId, moment: Moment }),
  output: z.object({ replay: ReplayId }),
  may: 'history.see',
  help: 'Look at the past together: who begins leads.',
})

export const joinReplay = command('replay:join', {
  input: z.strictObject({ ...Which, screen: ScreenId }),
  may: 'history.follow',
  byItself: true,
  help: 'Take part in a shared replay with one screen.',
})

export const leaveReplay = command('replay:leave', {
  input: z.strictObject({ ...Which, screen: ScreenId }),
  may: 'history.follow',
  byItself: true,
  help: 'Take part no more.',
})

/** Nothing is written down: that a screen is there still, or where somebody points just now. */
export const attendReplay = query('replay:attend', {
  input: z.strictObject({ ...Which, screen: ScreenId }),
  output: z.object({}),
  may: 'history.follow',
  byItself: true,
  help: 'Say that a screen still takes part; one that does not say so for a while has left.',
})

export const pointInReplay = query('replay:point', {
  input: z.strictObject({ ...Which, at: Spot.nullable() }),
  output: z.object({}),
  may: 'history.follow',
  byItself: true,
  help: 'Point at a spot, for all who take part to see; null: no more.',
})

export const steerReplayTogether = command('replay:steer', {
  input: Steering.extend({ ...Which, screen: ScreenId }).strict(),
  may: 'history.see',
  help: 'Where the playhead of all who take part is, and how it runs; only who leads says so.',
})

export const wishToLead = command('replay:wish', {
  input: z.strictObject(Which),
  may: 'history.see',
  help: 'Ask who leads a shared replay to hand it over.',
})

export const handReplayOver = command('replay:hand-over', {
  input: z.strictObject({ ...Which, to: z.string().min(1).max(64) }),
  may: 'history.see',
  help: 'Let somebody else who takes part lead.',
})

export const takeReplay = command('replay:take', {
  input: z.strictObject(Which),
  may: 'history.see',
  help: 'Lead a shared replay whose leader is gone; who may lead takes it from anybody.',
})

export const drawInReplay = command('replay:draw', {
  input: z.strictObject({ ...Which, points: Points }),
  output: z.object({ stroke: StrokeId }),
  may: 'history.see',
  help: 'Draw a line that all who take part see.',
})

export const eraseInReplay = command('replay:erase', {
  input: z.strictObject({ ...Which, stroke: StrokeId.optional() }),
  may: 'history.see',
  help: 'Take away a line of one’s own, or any and all of them for who leads.',
})

export const showReplay = command('replay:show', {
  input: z.strictObject({ ...Which, onWalls: z.boolean() }),
  may: 'history.lead',
  help: 'Have the walls follow a shared replay, or no more.',
})

export const endReplay = command('replay:end', {
  input: z.strictObject(Which),
  may: 'history.see',
  help: 'End a shared replay for all; who leads, or may lead.',
})
