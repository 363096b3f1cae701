import { round, type Record as Tell } from '../../../scripts/bench/bench.ts'
import type { Own } from '../browsers.ts'
import type { Spent } from '../pages/ours.ts'
import type { BenchPages } from '../pages.ts'
import { openOurs } from './frame-rate.ts'

export const CROWD = 10_000
const SECONDS = 10

/**
 * What the page's own thread works while ten thousand things move, by the processor's clock: waiting for a picture that
 * is drawn in software is no work of ours. The browser's trace tells it for each picture (the stage, the overlay, the
 * engine's walk through its tiles), and for timers: there the server's frames come in (text, store, layers), and
 * layers look after theirs. The worst frame of a screen has one picture and one frame of the server.
 */
export async function measureScript(pages: BenchPages, record: Tell): Promise<void> {
  const ours = await openOurs(pages, CROWD)
  try {
    await spend(ours, true)
    for (const turning of [false, true]) {
      const { frames, pictures, seconds, work } = await spend(ours, turning)
      const [picture, told] = [work.FireAnimationFrame / pictures, work.TimerFire / frames]
      record({
        name: `scene.script_10k_${turning ? 'turning' : 'still'}`,
        value: round(picture + told),
        unit: `ms of script for a picture (${round(picture)}) and a server's frame (${round(told)})`,
        against: `the limit; there were ${pictures} pictures and ${frames} frames in ${round(seconds)} s`,
        target: '<= 4',
        met: picture + told <= 4,
      })
    }
  } finally {
    await ours.close()
  }
}

const EVENTS = ['FireAnimationFrame', 'TimerFire'] as const
type Work = Record<(typeof EVENTS)[number], number>

async function spend(ours: Own, turning: boolean): Promise<Spent & { work: Work }> {
  await ours.browser.startTracing(ours.page, { categories: ['-*', 'devtools.timeline'] })
  const spent = await ours.page.evaluate(([seconds, turning]) => window.ours.live(seconds, turning), [
    SECONDS,
    turning,
  ] as const)
  const { traceEvents } = JSON.parse(String(await ours.browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const sum = (wanted: string) =>
    traceEvents.reduce((all, { name, tdur = 0 }) => (name === wanted ? all + tdur / 1000 : all), 0)
  return { ...spent, work: { FireAnimationFrame: sum('FireAnimationFrame'), TimerFire: sum('TimerFire') } }
}

interface TraceEvent {
  name: string
  /** Microseconds of the processor's time. */
  tdur?: number
}
