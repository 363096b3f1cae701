import type { Page } from 'playwright-core'
import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { signInAs } from '../e2e/testing/browser.ts'
import { TestCenter } from '../e2e/testing/center.ts'
import { openAlone } from './browsers.ts'
import { BenchPages } from './pages.ts'
import { Fire } from './replay/fire.ts'

const RECORDED_MS = 150_000
const COUNTED_MS = 5000
const ROUNDS = 8
const SEEKS = 30

/** A fire of five hundred devices, first as it happens, then sixty times as fast on the same page with the camera on its tour. */
export default defineBench('replay', async (record) => {
  const pages = await BenchPages.serve()
  const center = await TestCenter.start('--pages', pages.renderer)
  const seat = await openAlone(center.url)
  const { page } = seat
  try {
    await signInAs(seat, '指挥员')
    await page.locator('[data-scene=ready] [data-place=whole]').waitFor({ timeout: 90_000 })
    const fire = await Fire.begin(center)
    const began = Date.now()
    await page.getByRole('button', { name: '自动巡览' }).click()
    const live: number[] = []
    // The first half is for the ladder of quality to find its step.
    await page.waitForTimeout(RECORDED_MS / 2)
    while (Date.now() - began < RECORDED_MS) live.push(await picturesPerSecond(page))
    fire.end()
    const ended = Date.now()

    await page.keyboard.press('h')
    await ready(page)
    const played: number[] = []
    for (let i = 0; i < ROUNDS; i++) {
      await goTo(page, began + 5000)
      await page.getByLabel('速度').selectOption('60')
      // Out of the field, so that keys are for the playhead.
      await page.locator('.past-timeline canvas').focus()
      played.push(await picturesPerSecond(page, (ended - began - 20_000) / 60, 'p'))
    }
    const ratio = median(played) / median(live)
    record({
      name: 'replay.fps',
      value: round(median(played)),
      unit: 'pictures/s at 60 times',
      against: `live ${round(median(live))}`,
      ratio: round(ratio),
      target: 'ratio >= 0.7',
      met: ratio >= 0.7,
    })

    await page.getByRole('button', { name: '自动巡览' }).click()
    // The first are told apart: the camera has only just come to rest, and nothing of that day has been asked for.
    const [first = 0, , ...times] = await seeks(page, began, ended, SEEKS + 2)
    const p95 = percentile(times, 0.95)
    record({
      name: 'seek.picture_p95',
      value: Math.round(p95),
      unit: `ms from the word to the picture, of ${SEEKS}; p50 ${Math.round(median(times))}, most ${Math.round(Math.max(...times))}, the very first ${Math.round(first)}`,
      target: '<= 400',
      met: p95 <= 400,
    })
    if (seat.complaints.length > 0) throw new Error(seat.complaints.join('\n'))
  } finally {
    await seat.close()
    await center.close()
    await pages.close()
  }
})

async function seeks(page: Page, from: number, to: number, count: number): Promise<number[]> {
  const times: number[] = []
  // To and fro, so that most are not in the stretch that is at hand.
  for (let i = 0; i < count; i++) times.push(await goTo(page, from + ((i * 0.618) % 1) * (to - from)))
  return times
}

const ready = (page: Page) => page.locator('.past-bar[data-phase=ready]').waitFor()

/** What the page shows, with the scene drawn in each picture; a key is pressed as it begins and as it ends. */
function picturesPerSecond(page: Page, ms = COUNTED_MS, key = ''): Promise<number> {
  return page.evaluate(
    ([ms, key]) =>
      new Promise<number>((resolve) => {
        let pictures = 0
        if (key) dispatchEvent(new KeyboardEvent('keydown', { key }))
        const begin = performance.now()
        // A method, because the runner of this program names functions by a helper that the page does not have.
        const eye = {
          count(now: number) {
            if (now - begin < ms) {
              pictures++
              return requestAnimationFrame(eye.count)
            }
            if (key) dispatchEvent(new KeyboardEvent('keydown', { key }))
            return resolve((pictures * 1000) / (now - begin))
          },
        }
        requestAnimationFrame(eye.count)
      }),
    [ms, key] as const,
  )
}

/** By the field for a time, as a person does; resolves with the milliseconds until the picture of then is on the page. */
async function goTo(page: Page, at: number): Promise<number> {
  const text = await page.evaluate((at) => {
    const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
    return local.toISOString().slice(0, 19)
  }, at)
  await page.getByLabel('转到时间').fill(text)
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const bar = document.querySelector('.past-bar') as HTMLElement
        const begin = performance.now()
        ;(document.querySelector('.past-goto button') as HTMLElement).click()
        const eye = {
          look() {
            if (bar.dataset.phase !== 'ready') return requestAnimationFrame(eye.look)
            // One is asked for by what has changed; a pixel can be read of it only when it is drawn to its end.
            return requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                for (const canvas of document.querySelectorAll('canvas')) {
                  const gl = canvas.getContext('webgl2')
                  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
                }
                resolve(performance.now() - begin)
              }),
            )
          },
        }
        setTimeout(eye.look)
      }),
  )
}
