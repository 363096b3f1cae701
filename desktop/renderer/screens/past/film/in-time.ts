import {
  BlobSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import { FILM_TYPE } from './film-writer.ts'

/**
 * A recorder writes when each picture came by, and not how long it all takes, so that players cannot seek. The same
 * pictures, each when it is due: one after the other, or where some were dropped, as evenly as they came.
 */
export async function inTime(recorded: Blob, many: number, rate: number): Promise<Blob> {
  const input = new Input({ source: new BlobSource(recorded), formats: [WEBM] })
  const track = await input.getPrimaryVideoTrack()
  const config = await track?.getDecoderConfig()
  if (!track?.codec || !config) throw new Error('nothing was recorded')
  const sink = new EncodedPacketSink(track)
  const times: number[] = []
  for await (const { timestamp } of sink.packets(undefined, undefined, { metadataOnly: true })) times.push(timestamp)
  const due = dueTimes(times, many, rate)
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const source = new EncodedVideoPacketSource(track.codec)
  output.addVideoTrack(source, { frameRate: rate })
  await output.start()
  let i = 0
  for await (const packet of sink.packets()) {
    const timestamp = due[i] ?? 0
    const duration = (due[i + 1] ?? many / rate) - timestamp
    await source.add(packet.clone({ timestamp, duration }), { decoderConfig: config })
    i++
  }
  await output.finalize()
  return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: FILM_TYPE })
}

/** When each of the pictures that were recorded is due, in seconds. */
export function dueTimes(times: readonly number[], many: number, rate: number): number[] {
  if (times.length === many) return times.map((_, i) => i / rate)
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const scale = last > first ? (many - 1) / rate / (last - first) : 0
  return times.map((time) => (time - first) * scale)
}
