import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

/** What somebody could not use, or not read: WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SERIOUS = new Set(['serious', 'critical'])

let browser: Browser
let center: TestCenter
let axe: string

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('signing in, and the desk with all that can be open on it', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await page.locator('.entrance-demo').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await signInAs(seat, '指挥员')
  await page.locator('.dock .alarms').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await (await center.device('smoke-detector-b19-f03')).sends({ smoke: 12.5, temperature: 41 })
  await (await center.device('sos-button-b19-f01')).sends({ pressed: 1, battery: 81 })
  await page.locator('.alarm').nth(1).locator('.alarm-ack').click()
  await page.locator('.alarm').first().click()
  await page.locator('.trend-chart canvas').waitFor()
  await page.getByRole('button', { name: '加入趋势图' }).click()
  await page.locator('.trends-chart canvas').waitFor()
  await page.getByRole('button', { name: '添加曲线' }).click()
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('checkbox', { name: '设备' }).check()
  await page.locator('.devices-list').getByRole('option').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('button', { name: '报警声音' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('jxxl')
  await page.locator('.search-drawer').getByRole('option').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '快捷键一览' }).click()
  expect(await faultsOf(page)).toEqual([])
  await seat.context.close()
})

test('the same in light colours', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await page.locator('.entrance-demo').waitFor()
  await signInAs(seat, '指挥员')
  await page.getByRole('button', { name: '切换浅色 / 深色界面' }).click()
  await page.locator('.alarm').first().click()
  await page.locator('.trend-chart canvas').waitFor()
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('checkbox', { name: '一张图' }).check()
  await page.keyboard.press('Escape')
  await page.locator('.maps-card').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  // It is kept on this machine, for whoever signs in.
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.locator('.entrance-demo').waitFor()
  await page.reload()
  await page.locator('.entrance-demo').waitFor()
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light')
  expect(await faultsOf(page)).toEqual([])
  await signInAs(seat, '管理员')
  await page.getByRole('button', { name: '系统管理' }).click()
  await page.locator('.admin-menu').getByRole('link', { name: '设备档案', exact: true }).click()
  await page.locator('.admin-page:visible h1').waitFor()
  await page.locator('.ant-table-row').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await seat.context.close()
})

test('every page of administration', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '管理员')
  await page.getByRole('button', { name: '系统管理' }).click()
  const pages = page.locator('.admin-menu').getByRole('link')
  await pages.first().waitFor()
  for (const one of await pages.all()) {
    await one.click()
    await page.locator('.admin-page:visible h1').waitFor()
    expect([await one.textContent(), await faultsOf(page)]).toEqual([await one.textContent(), []])
  }
  await seat.context.close()
})

test('the big screen with all its panels, and a thematic map', async () => {
  const seat = await openSeat(browser, `${center.url}?screen=big`, { width: 1920, height: 1080 })
  const { page } = seat
  await signInAs(seat, '指挥员')
  await page.locator('.stage-card').waitFor()
  await page.locator('.alarm-trend-chart canvas').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '布局', exact: true }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.maps-card').first().click()
  await page.locator('.maps-chart').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await seat.context.close()
})

test('a telephone', async () => {
  const seat = await openSeat(browser, center.url, { width: 390, height: 800 })
  await signInAs(seat, '值班员')
  await seat.page.locator('.alarms-list').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await seat.context.close()
})

/** What is wrong, and where: a line each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate(
    (tags) => (window as never as { axe: { run(o: object): unknown } }).axe.run({ runOnly: tags }),
    RULES,
  )) as AxeResults
  return violations
    .filter(({ impact }) => impact && SERIOUS.has(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary?.split('\n')[1]}`),
    )
}
