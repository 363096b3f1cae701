import type { Browser } from 'playwright-core'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { raiseAlarms, settled, shoot } from './shots.ts'

/** The big screen in its shapes and languages, thematic maps, light colours. */
const HD = { width: 1920, height: 1080 }
const browser = await openBrowser()
const center = await TestCenter.start()
center.simulate()

await wall(browser, HD, async (page) => {
  await shoot(page, 'big-calm.zh')
  await raiseAlarms(center)
  center.silence()
  await page.locator('.stage-card').waitFor()
  await settled(page)
  await shoot(page, 'big-alarm.zh')
  await page.mouse.move(400, 5)
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByLabel('横向块数').fill('3')
  await page.getByLabel('拼缝（像素）').fill('24')
  await page.keyboard.press('Enter')
  await settled(page)
  await shoot(page, 'big-wall.zh')
  await page.getByRole('button', { name: /^大屏 16/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'English' }).click()
  await settled(page)
  await shoot(page, 'big-alarm.en')
})
await wall(browser, { width: 3840, height: 1080 }, (page) => shoot(page, 'big-ultra.zh'))
await wall(browser, { width: 1080, height: 1920 }, (page) => shoot(page, 'big-tall.zh'))

const desk = await openSeat(browser, `${center.url}#map=security`, { width: 1600, height: 900 })
await signInAs(desk, '指挥员')
const { page } = desk
await page.locator('.scene-lens').waitFor({ timeout: 60_000 })
await page.locator('.maps-chart li button', { hasText: '感烟' }).click()
await settled(page)
await shoot(page, 'map-security.zh')
await page.getByRole('button', { name: 'English' }).click()
await page.locator('.maps-choice button', { hasText: 'Quality' }).click()
await settled(page)
await shoot(page, 'map-quality.en')
await page.getByRole('button', { name: '中文' }).click()
await page.locator('.scene-lens').getByRole('button', { name: '退出' }).click()
await page.locator('.top-light').click()
await page.locator('.dv-tab', { hasText: '报警' }).click()
await page.locator('.alarm', { hasText: '燃气泄漏' }).click()
await settled(page)
await shoot(page, 'desk-light.zh')
await page.locator('.top-light').click()
await page.keyboard.press('Control+Shift+P')
await page.locator('.search-row').first().waitFor()
await shoot(page, 'commands.zh')
await desk.context.close()
await browser.close()
await center.close()

async function wall(
  of: Browser,
  size: { width: number; height: number },
  take: (page: Awaited<ReturnType<typeof openSeat>>['page']) => Promise<void>,
): Promise<void> {
  const seat = await openSeat(of, `${center.url}?screen=big`, size)
  await signInAs(seat, '大屏')
  await seat.page.locator('[data-scene=ready]').waitFor({ timeout: 60_000 })
  await settled(seat.page)
  await take(seat.page)
  await seat.context.close()
}
