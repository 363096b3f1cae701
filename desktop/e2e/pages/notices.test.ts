import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, type Seat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

let browser: Browser
let center: TestCenter
let admin: Seat
let operator: Seat
let program: Server
let url: string
const heard: { what: string; delivery: string; alarms: { placeName: string }[] }[] = []
/** What the program that is told answers now. */
let status = 200

beforeAll(async () => {
  program = createServer((request, response) => {
    let body = ''
    request.on('data', (text) => {
      body += text
    })
    request.on('end', () => {
      heard.push(JSON.parse(body))
      response.writeHead(status).end('{"taken":"yes"}')
    })
  }).listen(0, '127.0.0.1')
  await once(program, 'listening')
  url = `http://127.0.0.1:${(program.address() as AddressInfo).port}/alarms?key=k-7`
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
  admin = await openSeat(browser, center.url, { width: 1366, height: 768 })
  await signInAs(admin, '管理员')
  await openNotices(admin.page)
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
  program?.close()
})

async function openNotices(page: Page): Promise<void> {
  await page.getByRole('button', { name: '系统管理' }).click()
  await page.locator('.admin-menu').getByRole('link', { name: '通知' }).click()
}
const drawer = (page: Page) => page.locator('.ant-drawer:visible')
const tab = (page: Page, name: string) => page.locator('.notice-tabs').getByRole('tab', { name })

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`#${field}`).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

test('a program is told by a channel that is added, tried and named in a route; the card of the alarm shows it, and acknowledging ends it', async () => {
  const { page } = admin
  // The demonstration tells a program of its own machine, so that telling is seen to work.
  await page.locator('.notice-row', { hasText: '演示接收端' }).waitFor()
  await page.getByText('始终开启').first().waitFor()
  await page.getByRole('button', { name: '新建渠道' }).click()
  // All that is wrong is said at once.
  await drawer(page).locator('#url').fill('platform.example/alarms')
  await drawer(page).locator('#body').fill('{"text":')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  for (const fault of ['请填写', '请写完整地址', '不是 JSON'])
    await drawer(page).locator('.ant-form-item-explain-error', { hasText: fault }).waitFor()
  await drawer(page).locator('#body').fill('')
  await drawer(page).locator('#name').fill('联动平台')
  await drawer(page).locator('#url').fill(url)
  await drawer(page).locator('#secret').fill('only-we-two-know')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  await page.locator('.notice-row', { hasText: '联动平台' }).getByRole('button').click()

  // What came back is shown; the secret is nowhere on the page.
  await drawer(page).getByRole('button', { name: '试发', exact: true }).click()
  await drawer(page).getByText('对方已受理').waitFor()
  await drawer(page).getByText('{"taken":"yes"}').waitFor()
  expect(heard.map(({ what }) => what)).toEqual(['try'])
  expect(await page.content()).not.toContain('only-we-two-know')
  await page.keyboard.press('Escape')
  await drawer(page).waitFor({ state: 'hidden' })

  await tab(page, '路由').click()
  await page.locator('.notice-row', { hasText: '演示接收端' }).getByRole('button').click()
  await choose(page, 'steps_0_channels', '联动平台')
  await page.keyboard.press('Escape')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  await page.locator('.notice-row', { hasText: '立即' }).getByText('启用', { exact: true }).waitFor()

  // Nothing is sent to find out who would be told.
  await tab(page, '试算').click()
  await page.locator('.notice-about input').fill('锦绣西里3栋 3 层')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByRole('region', { name: 'Ⅰ、Ⅱ 级报警' }).waitFor()
  expect(heard).toHaveLength(1)

  const device = await center.device('smoke-detector-b19-f03')
  await device.sends({ smoke: 20 })
  operator = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  const desk = operator.page
  await desk.locator('.alarms [data-alarm]', { hasText: '锦绣西里3栋 3 层' }).click()
  const told = desk.locator('.detail').getByRole('region', { name: '通知' })
  await told.getByText('联动平台').waitFor()
  await told.getByText('演示接收端').first().waitFor()
  await expect.poll(() => told.getByText('已发送').count()).toBe(2)
  await told.getByText('后重复').waitFor()
  expect(heard.at(-1)?.alarms[0]?.placeName).toBe('锦绣西里3栋 3 层')
  const before = heard.filter(({ what }) => what === 'alarm').length
  expect(before).toBe(1)
  await desk.locator('.detail').getByRole('button', { name: '确认', exact: true }).click()
  await told.getByText('后重复').waitFor({ state: 'hidden' })
  // Those who were told hear that it is in hand, and nothing more.
  await told.getByText('解除').first().waitFor()
  expect(heard.filter(({ what }) => what === 'alarm')).toHaveLength(before)
})

test('a channel that fails is said on every screen, until it works again', async () => {
  const { page } = admin
  status = 403
  const device = await center.device('smoke-detector-b01-f01')
  await device.sends({ smoke: 20 })
  const word = operator.page.getByText('通知渠道“联动平台”自')
  await word.waitFor()
  await tab(page, '渠道').click()
  await page.locator('.notice-row', { hasText: '联动平台' }).getByText('不通：对方不接受').waitFor()
  await tab(page, '记录').click()
  await page.getByText('被拒绝').first().waitFor()
  status = 200
  await (await center.device('smoke-detector-b02-f01')).sends({ smoke: 20 })
  await word.waitFor({ state: 'hidden' })
})

test('shifts, teams and turns are written, and who is on duty now is said', async () => {
  const { page } = admin
  await tab(page, '值班').click()
  await page.getByText('还没有班次').waitFor()
  await page.getByRole('button', { name: '增加班次' }).click()
  await page.locator('#shifts_0_name').fill('全天班')
  await page.locator('#shifts_0_begins').fill('00:00')
  await page.getByRole('button', { name: '增加班组' }).click()
  await page.locator('#teams_0_name').fill('甲班')
  await choose(page, 'teams_0_members', '李值班')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '增加轮值' }).click()
  await page.locator('.notice-shifts').getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('现在：全天班，当班 李值班').waitFor()
})
