import {
  appendRecording,
  beginRecording,
  checkRecording,
  keepRecording,
  listRecordings,
  playRecording,
  readRecording,
  removeRecording,
  steerReplay,
} from '#shared/contract/recordings.ts'
import { refuse } from '#shared/errors.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { Keeper } from '../../sources/replay/keep.ts'
import type { Playback } from '../../sources/replay/playback.ts'
import { type Recordings, toldOf } from '../../sources/replay/recordings.ts'
import type { Shelved } from '../../sources/replay/shelf.ts'
import { refuseUnlessEverywhere } from '../everywhere.ts'

interface Deps {
  recordings: Recordings
  playback: Playback
  keeper: Keeper
  keepDays: number | undefined
  sparing: () => boolean
  root: string
}

/** Files of recorded readings: brought, looked at, kept or played, and thrown away. They are of the whole community. */
export function recordingCalls(deps: Deps): Served[] {
  const { recordings, playback, keepDays, root } = deps
  const notPlayed = (recording: string) => {
    if (playback.isAt(recording)) refuse('recording.busy', { recording }, 'it is being played')
  }
  return [
    answer(listRecordings, (_, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      return {
        recordings: recordings.all().map(shortOf),
        ...(playback.replay ? { replay: { ...playback.replay } } : {}),
        ...(keepDays === undefined ? {} : { keepDays }),
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }
    }),
    answer(readRecording, ({ recording }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      return toldOf(recordings.get(recording))
    }),
    answer(beginRecording, ({ name, bytes }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      return { recording: recordings.begin(name, bytes, by) }
    }),
    answer(appendRecording, async ({ recording, from, part }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      return { bytes: await recordings.append(recording, from, Buffer.from(part, 'base64'), by) }
    }),
    answer(checkRecording, ({ recording, plan }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      notPlayed(recording)
      recordings.check(recording, plan)
      return {}
    }),
    answer(keepRecording, ({ recording, leaveOut }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      notPlayed(recording)
      if (deps.sparing()) refuse('storage.full', {}, 'no space for readings')
      deps.keeper.begin(recordings.ready(recording, leaveOut), by)
      return {}
    }),
    answer(playRecording, async ({ recording, leaveOut, ...wish }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      await playback.start(recordings.ready(recording, leaveOut), wish, by)
      return {}
    }),
    answer(steerReplay, async ({ recording, ...wish }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      await playback.steer(recording, wish as never, by)
      return {}
    }),
    answer(removeRecording, async ({ recording }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      notPlayed(recording)
      if (recordings.get(recording).phase === 'keeping') refuse('recording.busy', { recording }, 'it is being kept')
      await recordings.forget(recording)
      return {}
    }),
  ]
}

function shortOf(known: Shelved) {
  const { first: _, plan: __, found, ...short } = toldOf(known)
  if (!found) return short
  const { rows, readings, wrong, from, to, devices } = found
  return { ...short, found: { rows, readings, wrong, from, to, devices: devices.length } }
}
