import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

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

/** What no panel answers for: the clock of the screen cannot read the time of day. */
const BREAK = `Date.prototype.getHours = () => { throw new Error('no hours today') }`
const failed = (page: Page) => page.locator('.screen-failed')

test('a screen that throws as a whole says so, with what went wrong, and comes back when it is loaded again', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '值班员')
  await page.evaluate(BREAK)
  await failed(page).getByText('界面出错了').waitFor()
  expect(await failed(page).getByText('后自动重新载入').count()).toBe(0)
  await failed(page).getByText('出错信息').click()
  await failed(page).getByText('no hours today').waitFor()
  await failed(page).getByRole('button', { name: '重新载入' }).click()
  await page.locator('.band.live').waitFor()
  expect(await failed(page).count()).toBe(0)
  await seat.context.close()
})

test('a wall loads itself again, waits longer the second time, and is back when nothing throws any more', async () => {
  const seat = await openSeat(browser, `${center.url}?screen=big`)
  const { page, context } = seat
  await signInAs(seat, '大屏')
  // Twice, on this page and on the one that follows it.
  await context.addInitScript(`if (sessionStorage.getItem('ankan.failures')?.startsWith('1 ')) ${BREAK}`)
  const seconds = async () => Number(/(\d+) 秒后/.exec((await failed(page).textContent()) ?? '')?.[1])
  await page.evaluate(BREAK)
  await expect.poll(seconds).toBeGreaterThan(0)
  expect(await seconds()).toBeLessThanOrEqual(5)
  await expect.poll(seconds, { timeout: 15_000 }).toBeGreaterThan(5)
  await page.locator('.band.live').waitFor({ timeout: 20_000 })
  await page.locator('.big-top').waitFor()
  expect(await failed(page).count()).toBe(0)
  await context.close()
})

test('without a 3D scene a link still opens what it leads to, now and when the address changes', async () => {
  const seat = await openSeat(browser, `${center.url}#device=smoke-detector-b19-f03`)
  const { page } = seat
  await signInAs(seat, '值班员')
  await page.getByText('三维场景无法显示').waitFor()
  const card = page.locator('.detail .card h3')
  const first = await card.first().textContent()
  expect(first).toContain('锦绣西里3栋')
  await page.evaluate(`location.hash = '#device=water-level-b49-b1'`)
  await card.filter({ hasText: '云锦苑东区3栋' }).first().waitFor()
  await seat.context.close()
})
