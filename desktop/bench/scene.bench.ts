import { defineBench } from '../../scripts/bench/bench.ts'
import { BenchPages } from './pages.ts'
import { measureFirstPicture } from './scene/first-picture.ts'
import { measureBuilding, measureGlobe } from './scene/frame-rate.ts'
import { measureIdle } from './scene/idle.ts'
import { measurePicks } from './scene/pick.ts'
import { measureScript } from './scene/script.ts'

/**
 * The scene against the bare engines that it stands on: the demonstration with its tiles, 1280x720, drawn in software,
 * with everything in one run. `ANKAN_BENCH_ONLY=globe,idle` leaves out the other parts.
 */
export default defineBench('scene', async (record) => {
  const parts = {
    first: measureFirstPicture,
    globe: measureGlobe,
    building: measureBuilding,
    idle: measureIdle,
    script: measureScript,
    pick: measurePicks,
  }
  const only = process.env.ANKAN_BENCH_ONLY?.split(',')
  const pages = await BenchPages.serve()
  try {
    for (const [name, measure] of Object.entries(parts)) if (!only || only.includes(name)) await measure(pages, record)
  } finally {
    await pages.close()
  }
})
