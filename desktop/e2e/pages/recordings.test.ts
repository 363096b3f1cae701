import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTrend } from '#shared/contract/trends.ts'
import { openBrowser, openSeat, type Seat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const DETECTOR = 'smoke-detector-b19-f03'
const HOUR = 3_600_000
const DAY = 24 * HOUR

let browser: Browser
let center: TestCenter
let admin: Seat

beforeAll(async () => {
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
  admin = await openSeat(browser, center.url, { width: 1366, height: 768 })
  await signInAs(admin, '管理员')
  await admin.page.getByRole('button', { name: '系统管理' }).click()
  await admin.page.locator('.admin-menu').getByRole('link', { name: '录制回放' }).click()
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

const drawer = (page: Page) => page.locator('.ant-drawer:visible')

async function bring(page: Page, name: string, rows: string[]): Promise<void> {
  const buffer = Buffer.from(`${rows.join('\n')}\n`)
  await page.locator('.admin-page:visible input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await drawer(page).getByText(name).waitFor()
}

test('a file of another maker is mapped, kept as history, and found in the trend of its day', async () => {
  const { page } = admin
  const from = Math.floor((Date.now() - 20 * DAY) / HOUR) * HOUR
  const rows = Array.from(
    { length: 120 },
    (_, i) => `${from / 1000 + i * 30},${DETECTOR},${i === 60 ? 900 : 20 + (i % 5)}`,
  )
  await bring(page, '外厂.csv', ['ts,devEui,raw', ...rows, `${from / 1000},nobody,1`])
  await drawer(page).getByText('请说明各列的含义').waitFor()
  await drawer(page)
    .getByText(String(from / 1000), { exact: true })
    .first()
    .waitFor()
  await drawer(page).getByRole('button', { name: '增加指标' }).click()
  const choose = async (id: string, option: string) => {
    await drawer(page).locator(`#${id}`).click()
    await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  }
  await choose('fields_0_metric', '烟雾浓度 (%/m)')
  await choose('fields_0_path', 'raw')
  await drawer(page).locator('#fields_0_scale').fill('0.01')
  await drawer(page).getByRole('button', { name: '检查全部行' }).click()
  await drawer(page).getByText('121 行中有 1 行有错').waitFor()
  await drawer(page).getByText('没有这台设备').waitFor()
  const keep = drawer(page).getByRole('button', { name: '补录为历史' })
  expect(await keep.isDisabled()).toBe(true)
  await drawer(page).getByRole('checkbox', { name: '略去有错的 1 行' }).check()
  await keep.click()
  await drawer(page).getByText('120 个读数').waitFor()
  const { series } = await center.ask(
    readTrend,
    { series: [{ device: DETECTOR, metric: 'smoke' }], from, to: from + 2 * HOUR, most: 600 },
    'administrator',
  )
  expect(series[0]?.points).toHaveLength(120)
  expect(series[0]?.points[60]).toEqual([from + 60 * 30_000, 9])
  // A smoke of nine stood there; nobody was called for what is long over.
  expect(await page.locator('.alarm-strip button').count()).toBe(0)
  await page.keyboard.press('Escape')
})

test('a file of ours is played as if it were happening: an alarm rises, the device says so, and it is stopped', async () => {
  const { page } = admin
  const from = Math.floor((Date.now() - 20 * DAY) / HOUR) * HOUR
  const rows = Array.from({ length: 240 }, (_, i) => {
    const at = new Date(from + i * 5000).toISOString()
    return `东门,${DETECTOR},烟雾浓度,%/m,${at},${i > 20 ? 15 : 0.2}`
  })
  await bring(page, '演练.csv', ['设备,编号,指标,单位,时间,数值', ...rows])
  await drawer(page).getByText('240 个，共 240 行').waitFor()
  await drawer(page).getByLabel('倍速').click()
  await page.locator('.ant-select-dropdown:visible').getByText('30×', { exact: true }).click()
  await drawer(page).getByRole('button', { name: '回放', exact: true }).click()
  const bar = page.getByRole('region', { name: '回放', exact: true })
  await bar.getByText('正在回放').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.alarm-strip button', { hasText: '锦绣西里3栋 3 层' }).click()
  await page.locator('.detail').getByText('正在回放录制“演练.csv”').waitFor()
  await page.goBack()
  await bar.getByRole('button', { name: '暂停' }).click()
  await bar.getByText('已暂停').waitFor()
  await bar.getByRole('button', { name: '停止' }).click()
  await bar.getByText('已停止').waitFor()
  await page.locator('.ant-table-row:visible', { hasText: '演练.csv' }).getByText('上次停在').waitFor()
})
