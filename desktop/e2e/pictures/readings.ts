import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { shoot } from './shots.ts'

/** Readings: several in one chart, and recorded ones on their way in. */
const DETECTOR = 'smoke-detector-b19-f03'
const MINUTE = 60_000
const browser = await openBrowser({ webgl: false })
const center = await TestCenter.start()
const now = Date.now()
const device = await center.device(DETECTOR)
for (let i = 55; i > 0; i--) {
  const smoke = 0.3 + 0.2 * Math.sin(i / 4)
  await device.sends(
    { smoke, temperature: 24 + 3 * Math.cos(i / 9), fault: i > 20 && i < 28 ? 1 : 0 },
    now - i * MINUTE,
  )
}
await device.ends()

const seat = await openSeat(browser, center.url, { width: 1600, height: 900 })
const { page } = seat
await signInAs(seat, '管理员')
await page.keyboard.press('Control+k')
await page.keyboard.type(DETECTOR)
await page.getByRole('option').first().click()
await page.locator('.detail').getByRole('button', { name: '加入趋势图' }).click()
const trends = page.locator('section.trends')
await trends.getByRole('button', { name: '添加曲线' }).click()
await trends.locator('.trends-picker input').fill(DETECTOR)
for (const name of ['烟雾浓度', '温度', '自检']) {
  const metric = trends.locator('.trends-picker button', { hasText: name })
  if ((await metric.getAttribute('aria-pressed')) === 'false') await metric.click()
}
await trends.getByRole('button', { name: '收起' }).click()
await page.mouse.move(2, 2)
await trends.locator('.trends-foot', { hasText: '每个读数' }).waitFor()
const frame = await trends.boundingBox()
if (frame) await shoot(page, 'trends.zh', frame)

const rows = Array.from({ length: 600 }, (_, i) => {
  const at = new Date(now - 30 * 1440 * MINUTE + i * 5000).toISOString()
  return `${at},smoke-detector-b44-f09,smoke,${i > 90 ? 14 : 0.3}`
})
await page.getByRole('button', { name: '系统管理' }).click()
await page.locator('.admin-menu').getByRole('link', { name: '录制回放' }).click()
const file = {
  name: '厨房起火.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['time,device,metric,value', ...rows].join('\n')),
}
await page.locator('.admin-page:visible input[type=file]').setInputFiles(file)
const drawer = page.locator('.ant-drawer:visible')
await drawer.getByText('600 个，共 600 行').waitFor()
await drawer.getByRole('button', { name: '回放', exact: true }).click()
await page.getByRole('region', { name: '回放', exact: true }).getByText('正在回放').waitFor()
await page.locator('.ant-message-notice').waitFor({ state: 'hidden' })
await shoot(page, 'recordings.zh')

await seat.context.close()
await browser.close()
await center.close()
