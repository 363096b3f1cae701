import { defineBench } from '../../scripts/bench/bench.ts'
import { BenchPages } from './pages.ts'
import { measureAlarmToStage } from './screens/alarm-to-stage.ts'
import { measureBundles } from './screens/bundles.ts'
import { measureFirstPaint } from './screens/first-paint.ts'
import { measureLongList } from './screens/long-list.ts'

/** The screens: `ANKAN_BENCH_ONLY=list,stage` leaves out the other parts. */
export default defineBench('screens', async (record) => {
  const parts = { paint: measureFirstPaint, stage: measureAlarmToStage, list: measureLongList, bundles: measureBundles }
  const only = process.env.ANKAN_BENCH_ONLY?.split(',')
  const pages = await BenchPages.serve()
  try {
    for (const [name, measure] of Object.entries(parts)) if (!only || only.includes(name)) await measure(pages, record)
  } finally {
    await pages.close()
  }
})
