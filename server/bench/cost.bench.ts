import { defineBench, median, round } from '../../scripts/bench/bench.ts'
import { seek, WHOLE, writePast } from './seeking.ts'

const TENTH = { events: WHOLE.events / 10, readings: WHOLE.readings / 10 }
const ASKED = 300
const MOST = 1.5

/** What ten times the history costs: a moment of either, in turn. */
export default defineBench('cost', async (record) => {
  const [small, whole] = [await writePast(TENTH, false), await writePast(WHOLE, false)]
  const times = { small: [] as number[], whole: [] as number[] }
  for (let i = 0; i < ASKED; i++)
    for (const [name, past] of [['small', small] as const, ['whole', whole] as const]) {
      const moment = past.moments[i % past.moments.length]
      if (moment) times[name].push((await seek(past, moment)).ms)
    }
  await small.close()
  await whole.close()
  const growth = median(times.whole) / median(times.small)
  record({
    name: 'cost.growth',
    value: round(growth),
    unit: `times as long with ten times the history, p50 ${round(median(times.whole), 1)} ms`,
    against: `${round(median(times.small), 1)} ms with a tenth of it`,
    ratio: round(growth),
    target: `<= ${MOST}`,
    met: growth <= MOST,
  })
})
