import { FILM_TYPE, type FilmForm, type FilmWriter } from './film-writer.ts'

const HAND_OVER_MS = 1000

/**
 * Where pictures can only be recorded as they pass: each is let pass for as long as it is to be seen, and between them
 * the recorder rests, so that a picture may take its time.
 */
export function recorderWriter(type: string, { canvas, rate, bitrate, target }: FilmForm): FilmWriter {
  const stream = canvas.captureStream(0)
  const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[]
  if (!track) throw new Error('no track of the canvas')
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: bitrate })
  const parts: Blob[] = []
  let written: Promise<void> = Promise.resolve()
  let failure: Error | undefined
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return
    if (target) written = written.then(() => target.write(data))
    else parts.push(data)
    written.catch((error) => {
      failure ??= error
    })
  }
  recorder.onerror = () => {
    failure ??= new Error('the recorder failed')
  }
  const stopped = new Promise<void>((done) => {
    recorder.onstop = () => done()
  })
  const stop = async () => {
    if (recorder.state !== 'inactive') {
      recorder.stop()
      await stopped
    }
    track.stop()
  }
  return {
    async add() {
      if (failure) throw failure
      if (recorder.state === 'inactive') recorder.start(HAND_OVER_MS)
      else recorder.resume()
      track.requestFrame()
      await new Promise((passed) => setTimeout(passed, 1000 / rate))
      recorder.pause()
    },
    async finish() {
      await stop()
      await written
      if (failure) throw failure
      if (!target) return new Blob(parts, { type: FILM_TYPE })
      await target.close()
      return undefined
    },
    async cancel() {
      await stop()
      await target?.abort()
    },
  }
}
