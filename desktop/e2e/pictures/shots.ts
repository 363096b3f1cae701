import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { TestCenter } from '../testing/center.ts'

const folder = join(import.meta.dirname, '../../../docs/pictures')

export interface Clip {
  x: number
  y: number
  width: number
  height: number
}

export async function shoot(page: Page, name: string, clip?: Clip): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), ...(clip && { clip }) })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}

/** Two pictures in a row are much the same: things that move by themselves go on moving. */
export async function settled(page: Page): Promise<void> {
  let before = 0
  for (let i = 0; i < 30; i++) {
    await page.waitForTimeout(900)
    const now = (await page.screenshot()).length
    if (Math.abs(now - before) < now * 0.003 && (await page.locator('[data-place=whole]').count()) > 0) return
    before = now
  }
}

/** The same five alarms on every picture. */
export async function raiseAlarms(center: TestCenter): Promise<void> {
  for (const [id, values] of [
    ['gas-detector-b12-f02', { lel: 31.5 }],
    ['water-level-b49-b1', { level: 23.4 }],
    ['electric-fire-b24-f01', { leakage: 640, cable: 38 }],
    ['sos-button-b19-f01', { pressed: 1, battery: 81 }],
    ['smoke-detector-b44-f09', { smoke: 14.2, temperature: 46 }],
  ] as const)
    await (await center.device(id)).sends(values)
}
