import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const SCENE = '.scene-host'
/** A software picture takes its time. */
export const LONG = 60_000
const UNFINISHED = ['loading', 'building', 'failed', 'missing']

/** The place is there, with nothing of it lacking. */
export async function wholePlace(page: Page): Promise<void> {
  await page.locator('[data-scene=ready]').waitFor({ timeout: LONG })
  const finished = UNFINISHED.map((notice) => `:not([data-place*=${notice}])`).join('')
  await page.locator(`.scene-notices${finished}`).waitFor({ timeout: LONG })
}

/** Nothing in the picture moves any more. */
export async function still(page: Page): Promise<void> {
  let before = ''
  await expect
    .poll(
      async () => {
        const now = (await page.locator(SCENE).screenshot()).toString('base64')
        const same = now === before
        before = now
        return same
      },
      { timeout: LONG, interval: 400 },
    )
    .toBe(true)
}
