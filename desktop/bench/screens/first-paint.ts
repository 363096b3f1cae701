import { median, type Record, round } from '../../../scripts/bench/bench.ts'
import { TestCenter } from '../../e2e/testing/center.ts'
import type { BenchPages } from '../pages.ts'
import { firstThere, openFresh, sessionOf } from '../seats.ts'

const ROUNDS = 7
/** The list of alarms, and what it says. */
const DESK = '.dock .alarms-calm strong'

/** From the navigation to the desk with its list, against a page of the same framework with one line of text. */
export async function measureFirstPaint(pages: BenchPages, record: Record): Promise<void> {
  const center = await TestCenter.start('--pages', pages.renderer)
  try {
    const session = await sessionOf(center)
    const rounds: { desk: number; framework: number }[] = []
    // The first of each warms the server, and the disk. The scene comes after the first picture of the desk.
    for (let i = 0; i <= ROUNDS; i++) {
      const desk = await timeOf(center.url, DESK, session)
      const framework = await timeOf(pages.of('framework'), '.there')
      if (i > 0) rounds.push({ desk, framework })
    }
    const ratio = median(rounds.map(({ desk, framework }) => desk / framework))
    record({
      name: 'screens.first_paint',
      value: Math.round(median(rounds.map(({ desk }) => desk))),
      unit: 'ms until the desk says what is open',
      against: `one line by React ${Math.round(median(rounds.map(({ framework }) => framework)))}`,
      ratio: round(ratio),
      target: 'ratio <= 3',
      met: ratio <= 3,
    })
  } finally {
    await center.close()
  }
}

async function timeOf(url: string, until: string, session?: string): Promise<number> {
  const { page, close } = await openFresh({ url, until, webgl: false, ...(session && { session }) })
  try {
    return await firstThere(page)
  } finally {
    await close()
  }
}
