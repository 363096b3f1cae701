import type { Page } from 'playwright-core'

export interface SeenFilm {
  /** The first four bytes: those of EBML. */
  header: string
  width: number
  height: number
  seconds: number
  /** How far brightness lies apart in the first picture. */
  spread: number
  /**
   * Points that are otherwise in the last picture than in the first: of the scene, of the clock and of the counts in the
   * strip below it, and between these two, where nothing stands.
   */
  other: { scene: number; clock: number; counts: number; nothing: number }
}

/** Shows a film in the page, as a player does. */
export async function filmOf(page: Page, bytes: number[]): Promise<SeenFilm> {
  const header = Buffer.from(bytes.slice(0, 4)).toString('hex')
  const seen = await page.evaluate(async (content) => {
    const video = document.createElement('video')
    video.muted = true
    const shown = (event: string) =>
      new Promise<void>((done, failed) => {
        video.addEventListener(event, () => done(), { once: true })
        video.addEventListener('error', () => failed(new Error(video.error?.message)), { once: true })
      })
    video.src = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: 'video/webm' }))
    await shown('loadeddata')
    const { videoWidth: width, videoHeight: height, duration: seconds } = video
    // Only what is presented can be drawn: sought is not yet seen.
    document.body.append(video)
    const pictureAt = async (at: number) => {
      const presented = new Promise((seen) => video.requestVideoFrameCallback(seen))
      video.currentTime = at
      await shown('seeked')
      await presented
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      pen.drawImage(video, 0, 0)
      const { data } = pen.getImageData(0, 0, width, height)
      return Array.from({ length: width * height }, (_, i) => data[i * 4] ?? 0)
    }
    const [first, last] = [await pictureAt(0.01), await pictureAt(seconds - 0.05)]
    video.remove()
    const mean = first.reduce((sum, one) => sum + one, 0) / first.length
    const spread = Math.sqrt(first.reduce((sum, one) => sum + (one - mean) ** 2, 0) / first.length)
    const strip = (height - 56) * width
    const other = first.map((one, i) => Math.abs(one - (last[i] ?? 0)) > 40)
    const within = (from: number, to: number) =>
      other.filter((is, i) => is && i >= strip && i % width >= from * width && i % width < to * width).length
    return {
      width,
      height,
      seconds,
      spread,
      other: {
        scene: other.slice(0, strip).filter(Boolean).length,
        clock: within(0, 0.3),
        counts: within(0.7, 1),
        nothing: within(0.3, 0.7),
      },
    }
  }, bytes)
  return { header, ...seen }
}
