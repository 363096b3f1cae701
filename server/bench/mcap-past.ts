import { type FileHandle, open } from 'node:fs/promises'
import { McapIndexedReader, McapWriter } from '@mcap/core'
import type { FullState } from '#shared/contract/wire.ts'
import { Folded } from '../log/sqlite/tape/folded.ts'
import type { Beat } from './past.ts'

const SNAPSHOT_EVERY_MS = 60_000
const NANO = 1_000_000n

/** The same past as a recording of the field: MCAP, indexed, with the whole world once a minute. */
export class McapPast {
  private readonly file: FileHandle
  private readonly writer: McapWriter
  private readonly folded = new Folded()
  private nextSnapshot = 0
  private size = 0n
  private channels = { state: 0, delta: 0 }

  private constructor(file: FileHandle) {
    this.file = file
    this.writer = new McapWriter({
      writable: {
        position: () => this.size,
        write: async (bytes) => {
          await file.write(bytes, 0, bytes.length, Number(this.size))
          this.size += BigInt(bytes.length)
        },
      },
    })
  }

  static async create(path: string): Promise<McapPast> {
    const past = new McapPast(await open(path, 'w+'))
    await past.writer.start({ profile: '', library: 'ankan bench' })
    const channel = (topic: string) =>
      past.writer.registerChannel({ topic, schemaId: 0, messageEncoding: 'json', metadata: new Map() })
    past.channels = { state: await channel('state'), delta: await channel('delta') }
    return past
  }

  async write({ at, events, readings }: Beat): Promise<void> {
    for (const event of events) this.folded.world.apply(event)
    for (const reading of readings) this.folded.show(reading, at)
    await this.message(this.channels.delta, at, {
      events,
      readings: readings.map((r) => [r.device, r.metric, r.at, r.value]),
    })
    if (at < this.nextSnapshot) return
    this.nextSnapshot = at + SNAPSHOT_EVERY_MS
    await this.message(this.channels.state, at, this.folded.whole())
  }

  private message(channelId: number, at: number, content: unknown): Promise<void> {
    const time = BigInt(at) * NANO
    const data = new TextEncoder().encode(JSON.stringify(content))
    return this.writer.addMessage({ channelId, sequence: 0, logTime: time, publishTime: time, data })
  }

  async reader(): Promise<(at: number) => Promise<Folded>> {
    await this.writer.end()
    const { file, size } = this
    const indexed = await McapIndexedReader.Initialize({
      readable: {
        size: async () => size,
        read: async (offset, length) => {
          const bytes = new Uint8Array(Number(length))
          await file.read(bytes, 0, bytes.length, Number(offset))
          return bytes
        },
      },
    })
    const parsed = (data: Uint8Array) => JSON.parse(new TextDecoder().decode(data))
    return async (at) => {
      const endTime = BigInt(at) * NANO
      let folded = new Folded()
      let from = 0n
      for await (const { data, logTime } of indexed.readMessages({ topics: ['state'], endTime, reverse: true })) {
        folded = Folded.from(parsed(data) as FullState, 0, Number(logTime / NANO))
        from = logTime + 1n
        break
      }
      for await (const { data, logTime } of indexed.readMessages({ topics: ['delta'], startTime: from, endTime })) {
        const { events, readings } = parsed(data)
        for (const event of events) folded.world.apply(event)
        for (const [device, metric, measured, value] of readings)
          folded.show({ device, metric, at: measured, value }, Number(logTime / NANO))
      }
      return folded
    }
  }

  get bytes(): number {
    return Number(this.size)
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
