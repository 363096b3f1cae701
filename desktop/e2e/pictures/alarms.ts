import { listDevices } from '#shared/contract/devices.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { shoot } from './shots.ts'

/** Alarms: a flood folded by cause, and a case that is closed. */
const browser = await openBrowser({ webgl: false })
const center = await TestCenter.start()
const { devices } = await center.ask(listDevices, {}, 'administrator')
const inTower = (kind: string, n: number) =>
  devices.filter((one) => one.kind === kind && String(one.place).includes('/b62/')).slice(0, n)
for (const { device } of inTower('smoke-detector', 14)) await (await center.device(device)).sends({ smoke: 20 })
for (const { device } of inTower('elevator', 2)) await (await center.device(device)).sends({ trapped: 1 })
for (const { device } of inTower('electricity-meter', 1)) await (await center.device(device)).sends({ voltage: 260 })
await (await center.device('gas-detector-b12-f02')).sends({ lel: 31.5 })
const kitchen = await center.device('smoke-detector-b02-f01')
await kitchen.sends({ smoke: 12 })

const seat = await openSeat(browser, center.url, { width: 1600, height: 900 })
const { page } = seat
await signInAs(seat, '值班员')
await page.locator('[data-cluster]', { hasText: '锦绣商务中心' }).waitFor()
const list = await page.locator('.alarms').boundingBox()
await page.mouse.move(800, 2)
if (list) await shoot(page, 'alarms-flood.zh', { ...list, height: 480 })

await kitchen.sends({ smoke: 1 })
const row = page.locator('[data-alarm]', { hasText: '锦绣新村2栋' })
await row.getByText('已恢复').waitFor()
await row.click()
await page.locator('.alarm-actions').getByRole('button', { name: '结案' }).click()
const dialog = page.getByRole('dialog')
await dialog.getByText('误报').click()
await dialog.getByRole('button', { name: '烹饪油烟' }).click()
await dialog.getByRole('button', { name: '已到场核实，无险情' }).click()
const frame = await dialog.boundingBox()
if (frame) await shoot(page, 'alarms-close.zh', frame)

await seat.context.close()
await browser.close()
await center.close()
