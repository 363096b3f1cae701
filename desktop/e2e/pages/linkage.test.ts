import type { Browser } from 'playwright-core'
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

test('a linkage is changed, tried and armed; smoke then opens a door over MQTT, and the card says what each made of it', async () => {
  const smoke = await center.device('smoke-detector-b01-f01')
  await center.simulated('door-access-b01-f01', 'door-access')
  // Connected, but it takes no orders.
  await center.device('door-access-b01-f01-2')
  const commander = await openSeat(browser, center.url)
  await signInAs(commander, '指挥员')
  const { page } = commander
  await page.evaluate(() => {
    location.hash = 'admin=linkages'
  })
  const row = (name: string) => page.locator('.linkage-row', { hasText: name })
  await row('火灾疏散').getByText('试运行').waitFor()

  // Its steps are changed: no elevator here, and nothing near by.
  await row('火灾疏散').click()
  // What asks whether to arm it is a dialog too.
  const drawer = page.getByRole('dialog').filter({ has: page.locator('.linkage-actions') })
  const step = (n: number) => drawer.locator('.linkage-action').nth(n)
  expect(await drawer.locator('.linkage-action').count()).toBe(8)
  for (let n = 7; n > 1; n--) await step(n).getByRole('button', { name: '移除' }).click()
  await step(1).getByRole('button', { name: '上移' }).click()
  await step(0).getByText('设备操作').waitFor()

  // Tried: exactly these doors would be told.
  await drawer.getByRole('combobox', { name: '假如在此报警' }).fill('smoke-detector-b01-f01')
  await page.locator('.ant-select-item-option', { hasText: 'smoke-detector-b01-f01' }).first().click()
  await drawer.getByRole('button', { name: '会做什么' }).click()
  await drawer.getByText(/会令 3 台设备动作/).waitFor()
  await drawer.locator('.linkage-planned li', { hasText: '锦绣新村1栋1层门禁' }).getByText('常开').waitFor()
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await row('火灾疏散').getByText('试运行').waitFor()

  // Armed: asked twice, with what it means.
  await row('火灾疏散').click()
  await drawer.getByRole('button', { name: '启用' }).click()
  const sure = page.locator('.ant-modal-confirm')
  await sure.getByText('本楼疏散通道门禁：常开').waitFor()
  await sure.getByRole('button', { name: /启\s?用/ }).click()
  await drawer.waitFor({ state: 'hidden' })
  await row('火灾疏散').getByText('已启用').waitFor()

  const operator = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  await smoke.sends({ smoke: 20 })
  await operator.page.locator('.alarms [data-alarm]').first().click()
  const card = operator.page.getByRole('region', { name: '联动' })
  const line = (name: string) => card.locator('li', { hasText: name })
  await line('锦绣新村1栋1层门禁').getByText('已执行').waitFor()
  await line('2单元楼梯门禁').getByText('未执行').waitFor()
  await line('3单元楼梯门禁').getByText('未执行').waitFor()
  await card.getByText('由陈指挥启用').waitFor()
  await card.getByText('调看画面').waitFor()

  // Set back by one click, after what it means.
  await card.getByRole('button', { name: '全部复原' }).click()
  await card.getByRole('button', { name: '复原', exact: true }).click()
  await line('锦绣新村1栋1层门禁').getByText('复原 已执行').waitFor()
  await card.getByRole('button', { name: '全部复原' }).waitFor({ state: 'hidden' })

  // The commander sees what came of it, and past alarms that would call it.
  await row('火灾疏散')
    .getByText(/完成 1，未成 2/)
    .waitFor()
  await row('火灾疏散').click()
  await drawer.getByRole('button', { name: '过去的报警' }).click()
  await drawer.getByText('会触发 1 次').waitFor()
  expect(commander.complaints).toEqual([])
  expect(operator.complaints).toEqual([])
})
