import { percentile, type Record, round } from '../../../scripts/bench/bench.ts'
import type { BenchPages } from '../pages.ts'
import { openOurs } from './frame-rate.ts'
import { CROWD } from './script.ts'

const PICKS = 50

/** How long a click takes to find what it means, where ten thousand things move among five thousand that do not. */
export async function measurePicks(pages: BenchPages, record: Record): Promise<void> {
  const ours = await openOurs(pages, CROWD)
  try {
    await ours.page.evaluate(() => window.ours.live(2, false))
    const { things, place } = await ours.page.evaluate((count) => window.ours.pick(count), PICKS)
    const p95 = percentile(things, 0.95)
    record({ name: 'scene.pick', value: round(p95), unit: 'ms, p95', target: '<= 100', met: p95 <= 100 })
    record({
      name: 'scene.pick_place',
      value: round(percentile(place, 0.5)),
      unit: `ms, median of ${place.length} that met no thing and went through to the tiles`,
    })
  } finally {
    await ours.close()
  }
}
