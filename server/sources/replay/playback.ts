import type { z } from 'zod'
import type { PlayEnd, Replay } from '#shared/contract/recordings.ts'
import { type AnkanError, refuse, toAnkanError } from '#shared/errors.ts'
import { type Clock, every, MINUTE, SECOND } from '#shared/time.ts'
import { deviceConnected, devicePlayed, isItsOwn } from '#shared/world/devices.ts'
import { type Actor, SYSTEM } from '#shared/world/event.ts'
import type { EventLog } from '../../log/log.ts'
import type { Intake } from '../intake.ts'
import { readingOf } from './keep.ts'
import { ReadingsFile } from './readings-file.ts'
import type { Recordings } from './recordings.ts'
import type { Shelved } from './shelf.ts'

type Why = z.infer<typeof PlayEnd>

const TICK_MS = 200
/** Handed in at once; what is more than a tick can take is played later, not lost. */
const MOST_A_TICK = 2000
/** A device that said something within this, itself, is there: its values are not to be mixed with played ones. */
const HEARD_LATELY_MS = 10 * MINUTE
const SAVE_EVERY_MS = 5 * SECOND

interface Deps {
  recordings: Recordings
  log: EventLog
  clock: Clock
  intake: Pick<Intake, 'check' | 'keep'>
  /** When the newest value of a device was measured. */
  newestAt: (device: string) => number | undefined
}

interface Wish {
  speed: number
  loop: boolean
  from?: number | undefined
}

interface Running {
  known: Shelved
  file: ReadingsFile
  devices: ReadonlySet<string>
  next: number
  /** Where on the clock that never jumps the position was true. */
  at: number
  savedAt: number
}

/** Plays one recording at a time into the very intake that measured readings go through. */
export class Playback {
  replay: Replay | undefined
  private running: Running | undefined
  private readonly deps: Deps
  private readonly stops: (() => void)[]
  private ticking: Promise<void> | undefined
  /** The one whose devices are just being marked. */
  private starting: string | undefined

  constructor(deps: Deps) {
    this.deps = deps
    this.stops = [
      every(deps.clock, TICK_MS, () => {
        this.ticking ??= this.tick().finally(() => {
          this.ticking = undefined
        })
      }),
      deps.log.onCommitted(({ events }) => {
        if (!this.running) return
        for (const { type, data } of events)
          if (type === deviceConnected.type) this.spoke((data as { device: string }).device)
      }),
    ]
  }

  /** What was playing when the server ended is not playing. */
  async takeUp(): Promise<void> {
    const { log } = this.deps
    const left = [...log.told.devices.values()].filter(({ recorded }) => recorded?.playing)
    if (left.length === 0) return
    const ended = left.map(({ device, place, recorded }) =>
      devicePlayed(place, { device, file: recorded?.file ?? '', playing: false }),
    )
    await log.append(() => ended, SYSTEM)
  }

  async start(known: Shelved, wish: Wish, by: Actor): Promise<void> {
    const { recordings, clock } = this.deps
    if (this.starting || this.running) refuse('recording.busy', {}, 'another recording is being played')
    const { from = 0, to = 0, devices = [] } = known.found ?? {}
    for (const { device } of devices) this.refuseWhenItSpeaks(device)
    this.starting = known.recording
    try {
      const file = await ReadingsFile.open(recordings.shelf.readings(known.recording))
      const position = Math.min(Math.max(wish.from ?? from, from), to)
      const next = await file.find(position)
      await this.mark(known, true, by)
      const now = clock.monotonic()
      this.running = { known, file, devices: new Set(devices.map(({ device }) => device)), next, at: now, savedAt: now }
      const { speed, loop } = wish
      this.replay = {
        recording: known.recording,
        state: 'playing',
        by,
        speed,
        loop,
        position,
        from,
        to,
        played: 0,
        rounds: 0,
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') refuse('recording.gone', {}, 'its file is gone')
      throw error
    } finally {
      this.starting = undefined
    }
    // It may have connected while its mark was being written.
    for (const { device } of devices) if (this.deps.log.told.devices.get(device)?.link === 'online') this.spoke(device)
  }

  private refuseWhenItSpeaks(id: string): void {
    const { log, clock, newestAt } = this.deps
    const device = log.decided.devices.get(id) ?? refuse('device.unknown', { device: id }, 'no such device')
    const newest = newestAt(id)
    const isLate = newest !== undefined && isItsOwn(device, newest) && clock.now() - newest < HEARD_LATELY_MS
    if (device.link === 'online' || isLate)
      refuse(
        'recording.speaks',
        { device: id, name: device.name },
        'it speaks itself: played values would lie about it',
      )
  }

  private async mark(known: Shelved, playing: boolean, by: Actor): Promise<void> {
    await this.deps.log.append(
      (world) =>
        (known.found?.devices ?? []).flatMap(({ device }) => {
          const place = world.devices.get(device)?.place
          return place === undefined ? [] : [devicePlayed(place, { device, file: known.name, playing })]
        }),
      by,
    )
  }

  async steer(
    recording: string,
    wish: { state?: Replay['state']; speed?: number; loop?: boolean },
    by: Actor,
  ): Promise<void> {
    const { replay, running } = this
    if (!replay || !running || replay.recording !== recording)
      return refuse('recording.not-ready', { recording }, 'it is not being played')
    this.advance(replay, running)
    if (wish.speed !== undefined) replay.speed = wish.speed
    if (wish.loop !== undefined) replay.loop = wish.loop
    if (wish.state === 'ended') await this.end('stopped', by)
    else if (wish.state) replay.state = wish.state
  }

  isAt(recording: string): boolean {
    return this.starting === recording || this.running?.known.recording === recording
  }

  /** A device says something itself: from here on nothing is played. */
  spoke(device: string): void {
    if (this.running?.devices.has(device)) void this.end('device-spoke', SYSTEM, device)
  }

  /** Moves the position to where it is by now; what is due until then is not handed in by this. */
  private advance(replay: Replay, running: Running): void {
    const now = this.deps.clock.monotonic()
    if (replay.state === 'playing') replay.position += (now - running.at) * replay.speed
    running.at = now
  }

  private async tick(): Promise<void> {
    const { replay, running } = this
    if (!replay || !running || replay.state !== 'playing') return
    this.advance(replay, running)
    try {
      const due = await this.due(replay, running)
      if (this.running !== running) return
      await this.hand(due, replay, running)
      if (this.running !== running) return
      if (running.next >= running.file.count) await this.round(replay, running)
      else if (this.deps.clock.monotonic() - running.savedAt > SAVE_EVERY_MS) await this.note(running)
    } catch (error) {
      await this.end(whyOf(toAnkanError(error)), SYSTEM, (error as AnkanError).details?.device as string | undefined)
    }
  }

  private async due(replay: Replay, running: Running) {
    const read = await running.file.read(running.next, MOST_A_TICK)
    const due = read.filter(({ at }) => at <= replay.position)
    const last = due.at(-1)
    // More is due than can be taken at once: the recording is played as fast as it goes.
    if (last && due.length === MOST_A_TICK) replay.position = last.at
    return due
  }

  /** Measured now, says the message, in the distance from one another that the speed gives. */
  private async hand(due: Awaited<ReturnType<ReadingsFile['read']>>, replay: Replay, running: Running): Promise<void> {
    const { clock, intake } = this.deps
    const now = clock.now()
    const messages = new Map<string, { device: string; at: number; values: Record<string, number> }>()
    for (const one of due) {
      const { device, metric, value } = readingOf(running.known, one)
      const key = `${device}\n${one.at}`
      const message = messages.get(key) ?? {
        device,
        at: Math.round(now - (replay.position - one.at) / replay.speed),
        values: {},
      }
      message.values[metric] = value
      messages.set(key, message)
    }
    const writing: Promise<void>[] = []
    for (const { device, ...message } of messages.values())
      writing.push(intake.keep(intake.check(device, message), true))
    running.next += due.length
    await Promise.all(writing)
    replay.played += due.length
  }

  private async round(replay: Replay, running: Running): Promise<void> {
    if (!replay.loop) return this.end('end', SYSTEM)
    replay.rounds++
    replay.position = replay.from
    running.next = 0
    running.at = this.deps.clock.monotonic()
  }

  private async note({ known }: Running): Promise<void> {
    const { running, replay } = this
    if (running) running.savedAt = this.deps.clock.monotonic()
    if (replay) known.stood = Math.round(replay.position)
    await this.deps.recordings.save(known)
  }

  private async end(why: Why, by: Actor, device?: string): Promise<void> {
    const { running, replay } = this
    if (!running || !replay) return
    this.running = undefined
    Object.assign(replay, { state: 'ended', why, ...(device === undefined ? {} : { device }) })
    replay.position = Math.min(replay.position, replay.to)
    await running.file.close()
    running.known.stood = why === 'end' ? undefined : Math.round(replay.position)
    await this.deps.recordings.save(running.known)
    // Where nothing can be written, the start of the server says it.
    await this.mark(running.known, false, by).catch(() => {})
  }

  async close(): Promise<void> {
    for (const stop of this.stops) stop()
    await this.ticking
    await this.end('restart', SYSTEM)
  }
}

function whyOf({ code }: AnkanError): Why {
  if (code === 'device.unknown' || code === 'device.retired') return 'device-gone'
  return code === 'storage.full' || code === 'storage.read-only' ? 'not-written' : 'gone'
}
