import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { shoot } from './shots.ts'

/** Devices: told what to do, in the archive, and understood where they speak another language. */
const METER = 'electricity-meter-b01-f01'
const QUALITY = 'water-quality-b25-b1'
const browser = await openBrowser({ webgl: false })
const center = await TestCenter.start()
await center.simulated(METER, 'electricity-meter')
const stranger = await center.device(QUALITY)
stranger.says(`lora/7/${QUALITY}/up`, { rxInfo: { rssi: -71 }, ntu: 0.4, chlorine: 0.31, ph: '7.2' })

const seat = await openSeat(browser, center.url, { width: 1600, height: 900 })
const { page } = seat
await signInAs(seat, '值班员')
await page.keyboard.press('Control+k')
await page.keyboard.type(METER)
await page.getByRole('option').first().click()
const control = page.getByRole('region', { name: '控制' })
await control.getByRole('button', { name: '断电' }).click()
await control.getByPlaceholder('原因（可不填）').fill('三单元着火，切断该户电源')
await page.mouse.move(2, 2)
await card('control.zh')
await control.getByRole('button', { name: '请求另一人同意' }).click()
await control.getByText('等待另一人同意').waitFor()

const second = await openSeat(browser, center.url, { width: 1600, height: 900 })
await signInAs(second, '管理员')
const request = second.page.locator('.order-requests')
await request.waitFor()
const box = await request.boundingBox()
if (box) await shoot(second.page, 'control-request.zh', { ...box, x: box.x - 12, width: box.width + 24 })
await request.getByRole('button', { name: '同意执行' }).click()
await control.locator('.order.is-done').waitFor()

await second.page.getByRole('button', { name: '系统管理' }).click()
await second.page.locator('.admin-menu').getByRole('link', { name: '设备档案' }).click()
await second.page.locator('.ant-table-row:visible').first().waitFor()
await shoot(second.page, 'devices.zh')
await second.page.locator('.admin-menu').getByRole('link', { name: '设备接入' }).click()
await second.page.getByRole('region', { name: '没有人看懂的消息' }).getByRole('button').click()
const drawer = second.page.locator('.ant-drawer:visible')
await drawer.locator('#name').fill('LoRa 水质')
await drawer.locator('#kind').click()
await second.page.keyboard.type('水质')
await second.page.keyboard.press('Enter')
await drawer.locator('#topic').fill('lora/+/{device}/up')
for (const value of ['ntu = 0.4', 'chlorine = 0.31', 'ph = 7.2'])
  await drawer.getByRole('button', { name: value }).click()
await drawer.getByRole('status').evaluate((element) => element.scrollIntoView({ block: 'end' }))
await second.page.mouse.move(2, 2)
await shoot(second.page, 'connectors.zh')

for (const { context } of [seat, second]) await context.close()
await browser.close()
await center.close()

async function card(name: string): Promise<void> {
  const frame = await page.locator('.detail').boundingBox()
  if (frame) await shoot(page, name, frame)
}
