import { round, type Record as Tell } from '../../../scripts/bench/bench.ts'
import { isThere, type Own, openAlone } from '../browsers.ts'
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
      const bare = turning ? await spendBare(pages, ours, pictures / seconds) : undefined
      if (bare !== undefined)
        record({
          name: 'scene.script_bare',
          value: round(bare),
          unit: 'ms of script for a picture of Cesium with the tiles alone, as often, turning the same way',
        })
      record({
        name: `scene.script_10k_${turning ? 'turning' : 'still'}`,
        value: round(picture + told),
        unit: `ms of script for a picture (${round(picture)}) and a server's frame (${round(told)})`,
        against: `the limit${bare === undefined ? '' : `, of which bare Cesium takes ${round(bare)} by itself`}; there were ${pictures} pictures and ${frames} frames in ${round(seconds)} s`,
        target: '<= 4',
        met: picture + told <= 4,
      })
    }
  } finally {
    await ours.close()
  }
}

interface Work {
  FireAnimationFrame: number
  TimerFire: number
}

async function spend(ours: Own, turning: boolean): Promise<Spent & { work: Work }> {
  const { result, work } = await traced(ours, () =>
    ours.page.evaluate(([seconds, turning]) => window.ours.live(seconds, turning), [SECONDS, turning] as const),
  )
  return { ...result, work }
}

/** What the engine itself works for a picture, drawn as often: no scene of ours can be below it. */
async function spendBare(pages: BenchPages, ours: Own, rate: number): Promise<number> {
  const pose = await ours.page.evaluate(() => window.ours.pose())
  const bare = await openAlone(pages.of('globe', { tiles: pages.tileset, ...pages.origin, pose }))
  try {
    await isThere(bare, 'bare')
    const run = () => bare.page.evaluate(([seconds, rate]) => window.bare.pace(seconds, rate), [SECONDS, rate] as const)
    await run()
    const { result: pictures, work } = await traced(bare, run)
    return work.FireAnimationFrame / pictures
  } finally {
    await bare.close()
  }
}

async function traced<R>({ browser, page }: Own, run: () => Promise<R>): Promise<{ result: R; work: Work }> {
  await browser.startTracing(page, { categories: ['-*', 'devtools.timeline'] })
  const result = await run()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const sum = (wanted: string) =>
    traceEvents.reduce((all, { name, tdur = 0 }) => (name === wanted ? all + tdur / 1000 : all), 0)
  return { result, work: { FireAnimationFrame: sum('FireAnimationFrame'), TimerFire: sum('TimerFire') } }
}

interface TraceEvent {
  name: string
  /** Microseconds of the processor's time. */
  tdur?: number
}
