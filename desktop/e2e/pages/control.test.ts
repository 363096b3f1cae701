import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '#shared/contract/audit.ts'
import { readSeries } from '#shared/contract/devices.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const DOOR = 'door-access-b01-f01'
const METER = 'electricity-meter-b01-f01'

let browser: Browser
let center: TestCenter

beforeAll(async () => {
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
  await center.simulated(DOOR, 'door-access')
  await center.simulated(METER, 'electricity-meter')
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

async function openCard(page: Page, device: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(device)
  await page.getByRole('option').first().click()
  await page.locator('.card .link.online').waitFor()
}

test('a door is opened from its card; what is dangerous is done when a second person agrees', async () => {
  const operator = await openSeat(browser, center.url)
  const commander = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  await signInAs(commander, '指挥员')
  const { page } = operator
  await openCard(page, DOOR)
  const control = page.getByRole('region', { name: '控制' })
  const reading = (name: string) => page.locator('.readings button', { hasText: name }).locator('strong')
  await reading('门锁').getByText('已锁闭').waitFor()
  await control.getByRole('button', { name: '常开' }).click()
  await control.getByText('火灾时用于疏散').waitFor()
  await page.keyboard.press('Enter')
  await control.locator('.order.is-done', { hasText: '常开' }).waitFor()
  await reading('门锁').getByText('常开').waitFor()

  await openCard(page, METER)
  await reading('供电').getByText('供电').waitFor()
  await control.getByRole('button', { name: '断电' }).click()
  await control.getByPlaceholder('原因（可不填）').fill('三单元着火')
  await control.getByRole('button', { name: '请求另一人同意' }).click()
  await control.getByText('等待另一人同意').waitFor()
  expect(await control.getByRole('button', { name: '同意执行' }).count()).toBe(0)
  // The other one sees it wherever they work, in their own language.
  await commander.page.getByRole('button', { name: 'English' }).click()
  const requests = commander.page.getByRole('region', { name: 'Orders that wait for agreement' })
  await requests.getByText('李值班 asks for: Cut off').waitFor()
  await requests.getByText('三单元着火').waitFor()
  expect(await reading('供电').textContent()).toBe('供电')
  await requests.getByRole('button', { name: 'Agree' }).click()
  await control.locator('.order.is-done', { hasText: '断电' }).waitFor()
  await reading('供电').getByText('已断电').waitFor()
  await requests.waitFor({ state: 'detached' })
  const { entries } = await center.ask(listAudit, { limit: 10 }, 'administrator')
  expect(entries.map(({ call }) => call)).toEqual(expect.arrayContaining(['order:give', 'order:agree']))
  expect([...operator.complaints, ...commander.complaints]).toEqual([])
})

test('a message that nobody understands is taken as a sample, understood by clicks, and read from then on', async () => {
  const id = 'water-quality-b25-b1'
  const topic = `lora/7/${id}/up`
  const message = { sensors: [{ ntu: 0.4 }], chlorine: 0.31, state: 'OK' }
  const device = await center.device(id)
  device.says(topic, message)
  const seat = await openSeat(browser, center.url)
  await signInAs(seat, '管理员')
  const { page } = seat
  await page.getByRole('button', { name: '系统管理' }).click()
  await page.locator('.admin-menu').getByRole('link', { name: '设备接入' }).click()
  const stranger = page.getByRole('region', { name: '没有人看懂的消息' }).getByRole('listitem')
  await stranger.getByRole('button').click()
  const drawer = page.locator('.ant-drawer:visible')
  await drawer.locator('#name').fill('水质')
  await drawer.locator('#kind').click()
  await page.keyboard.type('水质')
  await page.keyboard.press('Enter')
  await drawer.locator('#topic').fill('lora/+/{device}/up')
  await drawer.getByRole('button', { name: 'sensors[0].ntu = 0.4' }).click()
  const result = drawer.getByRole('status')
  await result.getByText('浊度 0.4').waitFor()
  // Half a word is told before it is saved.
  await drawer.getByRole('button', { name: 'state = OK' }).click()
  await result.getByText('不是数').waitFor()
  await drawer.getByRole('button', { name: '去掉这个指标' }).last().click()
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.locator('.connector-row', { hasText: 'lora/+/{device}/up' }).waitFor()
  device.says(topic, message)
  await expect
    .poll(async () => {
      const wish = { device: id, metric: 'turbidity', from: 0, to: Date.now() + 60_000, limit: 9 }
      return (await center.ask(readSeries, wish, 'administrator')).points.map(([, value]) => value)
    })
    .toContain(0.4)
  expect(seat.complaints).toEqual([])
})
