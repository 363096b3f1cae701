import type { Page } from 'playwright-core'
import type { Engine } from './engine.ts'

/** The engine of a page, as if it were here; what failed is told once. */
export function driverOf(page: Page): Omit<Engine, 'failures'> & { failures(): Promise<string[]> } {
  return {
    open: (url, center) => page.evaluate(([url, center]) => window.engine.open(url, center), [url, center] as const),
    load: (at, view) => page.evaluate(([at, view]) => window.engine.load(at, view), [at, view] as const),
    draw: () => page.evaluate(() => window.engine.draw()),
    below: (from) => page.evaluate((from) => window.engine.below(from), from),
    showFloor: (floor) => page.evaluate((floor) => window.engine.showFloor(floor), floor),
    failures: () => page.evaluate(() => window.engine.failures.splice(0)),
  }
}
