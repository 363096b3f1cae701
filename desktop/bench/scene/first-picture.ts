import { median, type Record, round } from '../../../scripts/bench/bench.ts'
import { TestCenter } from '../../e2e/testing/center.ts'
import { cpuOf, openAlone } from '../browsers.ts'
import type { BenchPages } from '../pages.ts'
import { firstThere, openFresh, sessionOf } from '../seats.ts'

const ROUNDS = 3
const WHOLE = '[data-scene=ready] [data-place=whole]'
const IDLE_MS = 10_000
/** From where a community of this size is seen when it is opened. */
const HOME = { target: { east: 0, north: 0, up: 0 }, heading: 12, pitch: -38, range: 1295 }

/**
 * From the navigation to the first whole picture, with nothing in the browser's cache: the real page of a real center,
 * by somebody who is signed in, against Cesium with the same tiles alone.
 */
export async function measureFirstPicture(pages: BenchPages, record: Record): Promise<void> {
  const center = await TestCenter.start('--pages', pages.renderer)
  try {
    const session = await sessionOf(center)
    const rounds: { ours: number; bare: number }[] = []
    // The first of each warms the server, and the disk.
    for (let i = 0; i <= ROUNDS; i++) {
      const one = { ours: await ours(center, session), bare: await bare(pages) }
      if (i > 0) rounds.push(one)
    }
    const ratio = median(rounds.map(({ ours, bare }) => ours / bare))
    record({
      name: 'scene.first_picture',
      value: Math.round(median(rounds.map(({ ours }) => ours))),
      unit: 'ms, the real page',
      against: `bare Cesium ${Math.round(median(rounds.map(({ bare }) => bare)))}`,
      ratio: round(ratio),
      target: 'ratio <= 1.5',
      met: ratio <= 1.5,
    })
    record({
      name: 'scene.idle_cpu_desk',
      value: round(await idle(center, session), 1),
      unit: 'ms of processor time in a second: the whole desk, no device speaking',
    })
  } finally {
    await center.close()
  }
}

async function ours(center: TestCenter, session: string): Promise<number> {
  const { page, close } = await openFresh({ url: center.url, until: WHOLE, session })
  try {
    return await firstThere(page)
  } finally {
    await close()
  }
}

async function bare(pages: BenchPages): Promise<number> {
  const { page, close } = await openAlone(pages.of('globe', { tiles: pages.tileset, ...pages.origin, pose: HOME }))
  try {
    await page.waitForFunction(() => 'bare' in window, undefined, { timeout: 60_000 })
    return await page.evaluate(() => window.bare.firstPicture)
  } finally {
    await close()
  }
}

async function idle(center: TestCenter, session: string): Promise<number> {
  const { browser, page, close } = await openFresh({ url: center.url, until: WHOLE, session })
  try {
    await firstThere(page)
    const seconds = await cpuOf(browser)
    await page.waitForTimeout(IDLE_MS)
    const before = seconds()
    await page.waitForTimeout(IDLE_MS)
    return ((seconds() - before) / (IDLE_MS / 1000)) * 1000
  } finally {
    await close()
  }
}
