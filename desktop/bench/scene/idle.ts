import { type Record, round } from '../../../scripts/bench/bench.ts'
import { cpuOf, isThere, type Own, openAlone } from '../browsers.ts'
import type { BenchPages } from '../pages.ts'
import { openOurs } from './frame-rate.ts'

/** A browser that has just been started has much to do for itself. */
const REST_MS = 20_000
/** Long, because processes are counted by hundredths of a second. */
const MEASURE_MS = 180_000

/** What a screen costs on which nothing happens: all processes of its browser, measured side by side. */
export async function measureIdle(pages: BenchPages, record: Record): Promise<void> {
  const ours = await openOurs(pages)
  const seats: Own[] = [ours]
  try {
    const pose = await ours.page.evaluate(() => window.ours.pose())
    const bare = await openAlone(pages.of('globe', { tiles: pages.tileset, ...pages.origin, pose }))
    seats.push(bare)
    await isThere(bare, 'bare')
    seats.push(await openAlone(pages.of('empty')))
    const used = await Promise.all(seats.map(({ browser }) => cpuOf(browser)))
    await pause(REST_MS)
    const before = used.map((seconds) => seconds())
    await pause(MEASURE_MS)
    const [own = 0, peer = 0, empty = 0] = used.map((seconds, i) => {
      const spent = seconds() - (before[i] as number)
      return (spent * 1e6) / MEASURE_MS
    })
    const ratio = own / peer
    record({
      name: 'scene.idle_cpu',
      value: round(own, 2),
      unit: 'ms of processor time in a second, all of the browser',
      against: `bare Cesium, at rest ${round(peer, 2)}; an empty page ${round(empty, 2)}`,
      ratio: round(ratio),
      target: 'ratio <= 1.3',
      met: ratio <= 1.3,
    })
  } finally {
    for (const seat of seats) await seat.close()
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
