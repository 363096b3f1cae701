import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { raiseAlarms, settled as settledOn, shoot } from './shots.ts'

/** The desk, the scene on it, and a telephone. */
const HD = { width: 1600, height: 900 }
/** Without a graphics card, shadows under everything that moves would take minutes for each picture. */
const QUALITY = '1'

const browser = await openBrowser()
const center = await TestCenter.start()
const seat = await openSeat(browser, center.url, HD)
const { page } = seat
const stage = page.locator('.panel[data-panel=scene]')

const take = (name: string, of = page) => shoot(of, name)
const settled = () => settledOn(page)

await page.locator('.entrance-demo').waitFor()
await take('sign-in.zh')
await page.getByRole('button', { name: 'English' }).click()
await take('sign-in.en')
await page.getByRole('button', { name: '中文' }).click()

await signInAs(seat, '指挥员')
await page.locator('[data-scene=ready]').waitFor()
await page.locator('[data-place=whole]').waitFor({ timeout: 90_000 })
center.simulate()
await tool('画质与诊断', () => page.locator('.scene-drawer .scene-choices button', { hasText: QUALITY }).click())
await light('10:00')
await page.getByText('未报数 0').waitFor({ timeout: 120_000 })
await settled()
await take('desk-calm.zh')
await takeStage('scene-day')
await light('21:00')
await settled()
await takeStage('scene-night')

// Down to the lake: the place alone, for the first page of the project.
await light('17:15')
const box = await stage.boundingBox()
if (box) await page.mouse.move(box.x + box.width * 0.46, box.y + box.height * 0.42)
for (let step = 0; step < 3; step++) {
  await page.mouse.wheel(0, -320)
  await settled()
}
await takeStage('place')
await page.getByRole('button', { name: /^全景/ }).click()
await light('10:00')

// Their devices would soon measure that all is well again; and what glides all the time would be drawn all the time,
// which without a graphics card takes all there is.
center.silence()
await raiseAlarms(center)
await page.locator('.alarm').nth(4).waitFor()
await page.locator('.alarm-ack').last().click()
await page.locator('.alarm.acknowledged').waitFor()
await page.locator('.scene-layers-head').click()
await page.locator('.scene-layer', { hasText: '网格边界' }).locator('input').check()
await page.locator('.scene-layer', { hasText: '摄像机' }).getByRole('button').click()
await page.locator('.scene-legend li', { hasText: '全部视野' }).locator('input').check()
await settled()
await takeStage('scene-crowded')
await page.getByRole('button', { name: '恢复默认' }).click()
await page.locator('.scene-layers-head').click()

await page.locator('.alarm', { hasText: '云锦苑2栋 9 层' }).click()
await page.locator('.scene-storeys[data-arriving=false]').waitFor({ timeout: 60_000 })
await settled()
await take('desk-alarm.zh')
await page.getByRole('button', { name: 'English' }).click()
await settled()
await take('desk-alarm.en')
await page.getByRole('button', { name: '中文' }).click()
await page.locator('.scene-choices button', { hasText: '合拢' }).click()
await page.locator('.scene-choices button', { hasText: '透视' }).click()
await page.locator('.detail-close').click()
await page.locator('.scene-choices button', { hasText: '合拢' }).click()
await settled()
await takeStage('scene-building')
await page.getByRole('button', { name: /返回原处/ }).click()
await settled()
await page.locator('.alarm', { hasText: '紧急求助' }).click()
await page.locator('.scene-storeys[data-arriving=false]').waitFor({ timeout: 60_000 })
await page.locator('.detail-close').click()
await page.locator('.scene-choices button', { hasText: '分层' }).click()
await settled()
await takeStage('scene-apart')
await page.getByRole('button', { name: '离开建筑' }).click()
await page.getByRole('button', { name: '布局', exact: true }).click()
await page.getByRole('checkbox', { name: '设备' }).check()
await page.keyboard.press('Escape')
await page.locator('.devices-list').getByRole('option').first().click()
await page.locator('.scene-storeys[data-arriving=false]').waitFor({ timeout: 60_000 })
await settled()
await take('desk-devices.zh')
await page.getByTitle('关闭 设备').click()
await page.getByRole('button', { name: '离开建筑' }).click()
await page.getByRole('button', { name: 'English' }).click()

await page.setViewportSize({ width: 390, height: 844 })
await page.locator('[data-scene=ready]').waitFor()
await settled()
await take('phone.en')
await page.setViewportSize(HD)
await page.locator('[data-scene=ready]').waitFor()
await settled()
await center.down()
await page.locator('.band.lost').waitFor()
await settled()
await take('desk-lost.en')

await seat.context.close()
await browser.close()
await center.close()

async function takeStage(name: string): Promise<void> {
  await page.mouse.move(2, 2)
  const box = await stage.boundingBox()
  await shoot(page, name, box ?? undefined)
}

async function tool(name: string, use: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name }).click()
  await use()
  await page.getByRole('button', { name }).click()
}

async function light(clock: string): Promise<void> {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  await tool('时间与天气', () => page.locator('.scene-slider input').fill(String(hours + minutes / 60)))
}
