import {
  BufferTarget,
  CanvasSource,
  Output,
  Quality,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny'
import { FILM_TYPE, type FilmForm, type FilmWriter } from './film-writer.ts'

/** Of what is chosen in a film, a picture that stands by itself is never far. */
const KEY_EVERY_S = 2

/** Each picture is encoded when it is there: the film has as many a second as was wished, however long they took. */
export async function codecWriter(codec: 'vp9' | 'vp8', form: FilmForm): Promise<FilmWriter> {
  const { canvas, rate, bitrate, target } = form
  const held = target ? undefined : new BufferTarget()
  let cancelled = false
  // Cancelled, it would close the file, which makes half a film of it.
  const file = new WritableStream<StreamTargetChunk>({
    write: (chunk) => target?.write(chunk),
    close: () => (cancelled ? target?.abort() : target?.close()),
    abort: (why) => target?.abort(why),
  })
  const output = new Output({
    format: new WebMOutputFormat(),
    target: held ?? new StreamTarget(file, { chunked: true }),
  })
  const source = new CanvasSource(canvas, { codec, quality: new Quality({ bitrate }), keyFrameInterval: KEY_EVERY_S })
  output.addVideoTrack(source, { frameRate: rate })
  await output.start()
  let many = 0
  return {
    async add() {
      await source.add(many++ / rate, 1 / rate)
    },
    async finish() {
      await output.finalize()
      return held?.buffer ? new Blob([held.buffer], { type: FILM_TYPE }) : undefined
    },
    async cancel() {
      cancelled = true
      await output.cancel()
    },
  }
}
