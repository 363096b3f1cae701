import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const PANELS = [
  'alarms',
  'detail',
  'devices',
  'maps',
  'board',
  'attention',
  'alarm-trend',
  'helpers',
  'cameras',
  'trends',
]
const STATES = ['waiting', 'empty', 'calm', 'alarms', 'long', 'flood', 'lost', 'failing', 'denied']
const SIZES = ['260 × 400', '960 × 640']

let browser: Browser
let center: TestCenter

beforeAll(async () => {
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('every panel in every state: something is to be seen, nothing is wider than its frame, and no error', async () => {
  const seat = await openSeat(browser, `${center.url}?sandbox`, { width: 1400, height: 760 })
  const { page, complaints } = seat
  await page.locator('.sandbox-frame .panel').waitFor()
  const all = await page
    .locator('.sandbox nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  // A panel that is new is looked at as well.
  expect(all).toEqual(PANELS.flatMap((panel) => [...STATES, 'throws'].map((state) => `#${panel}/${state}`)))
  const wrong: string[] = []
  for (const size of SIZES) {
    await page.getByRole('button', { name: size }).click()
    for (const panel of PANELS)
      for (const state of STATES) {
        await go(page, panel, state)
        const fault = await faultOf(page)
        if (fault) wrong.push(`${panel}/${state} at ${size}: ${fault}`)
      }
  }
  expect(wrong).toEqual([])
  expect(complaints).toEqual([])
  await seat.context.close()
})

test('a panel that throws says so, and only it; asked again it tries again', async () => {
  const seat = await openSeat(browser, `${center.url}?sandbox#board/throws`, { width: 1400, height: 760 })
  const { page } = seat
  await page.locator('.panel-failed', { hasText: '这个面板出错了，其余照常可用' }).waitFor()
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.locator('.panel-failed').waitFor()
  await go(page, 'board', 'alarms')
  await page.locator('.board-row').first().waitFor()
  await seat.context.close()
})

test('ten thousand devices and five hundred characters: lists stay short in the page, texts stay in their frames', async () => {
  const seat = await openSeat(browser, `${center.url}?sandbox#devices/flood`, { width: 1400, height: 760 })
  const { page } = seat
  await page.locator('.devices-list [role=option]').first().waitFor()
  expect(await page.locator('.devices-list [role=option]').count()).toBeLessThan(60)
  await go(page, 'alarms', 'flood')
  await page.locator('.alarm').first().waitFor()
  expect(await page.locator('.alarm').count()).toBeLessThan(60)
  await go(page, 'detail', 'long')
  await page.locator('.card').first().waitFor()
  expect(await faultOf(page)).toBeUndefined()
  await seat.context.close()
})

async function go(page: Page, panel: string, state: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `${panel}/${state}`)
  await page.locator(`.sandbox nav a[href="#${panel}/${state}"][aria-current=page]`).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Blank, wider than its frame, or broken. */
function faultOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const frame = document.querySelector('.sandbox-frame')
    const panel = frame?.querySelector('.panel') as HTMLElement | null | undefined
    if (!frame || !panel) return frame?.querySelector('.panel-failed') ? 'it threw' : 'it is not there'
    if (!panel.innerText.trim() && !panel.querySelector('canvas, svg')) return 'blank'
    const edge = frame.getBoundingClientRect().right + 1
    for (const one of panel.querySelectorAll<HTMLElement>('*')) {
      const { right, width } = one.getBoundingClientRect()
      if (width === 0 || right <= edge) continue
      // What scrolls or is shortened on purpose lies in something that ends within.
      let within: HTMLElement | null = one.parentElement
      while (within && within !== panel.parentElement && getComputedStyle(within).overflowX === 'visible')
        within = within.parentElement
      if (!within || within === panel.parentElement) return `${one.className || one.tagName} sticks out`
    }
    return undefined
  })
}
