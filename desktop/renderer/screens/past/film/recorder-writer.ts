import { FILM_TYPE, type FilmForm, type FilmWriter } from './film-writer.ts'

const HAND_OVER_MS = 1000

/**
 * Where pictures can only be recorded as they pass: the recorder rests until there is one, and each is let pass for as
 * long as it takes to be seen. What comes of it is put in its right time at the end.
 */
export function recorderWriter(type: string, { canvas, rate, bitrate }: FilmForm): FilmWriter {
  const stream = canvas.captureStream(0)
  const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[]
  if (!track) throw new Error('no track of the canvas')
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: bitrate })
  const parts: Blob[] = []
  let failed = false
  let many = 0
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.onerror = () => {
    failed = true
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
      if (failed) throw new Error('the recorder failed')
      if (recorder.state === 'inactive') recorder.start(HAND_OVER_MS)
      else recorder.resume()
      track.requestFrame()
      many++
      // It is taken when the page is next drawn.
      await nextFrame()
      await nextFrame()
      await new Promise((passed) => setTimeout(passed, 1000 / rate))
      recorder.pause()
    },
    async finish() {
      await stop()
      const { inTime } = await import('./in-time.ts')
      return inTime(new Blob(parts, { type: FILM_TYPE }), many, rate)
    },
    cancel: stop,
  }
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame)
}
