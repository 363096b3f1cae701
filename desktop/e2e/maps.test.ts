import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPixels, openBrowser, openSeat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'
import { LONG, SCENE } from './testing/scene.ts'

const RED: [number, number, number] = [255, 93, 85]

let browser: Browser
let center: TestCenter

beforeAll(async () => {
  browser = await openBrowser()
  center = await TestCenter.start()
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('a thematic map: a bar that is picked narrows the scene, an area that is drawn narrows the bars', async () => {
  const seat = await openSeat(browser, `${center.url}#map=security`, { width: 1200, height: 760 })
  const { page, complaints } = seat
  await signInAs(seat, '指挥员')
  await page.locator('[data-scene=ready]').waitFor({ timeout: LONG })
  await (await center.device('smoke-detector-b44-f09')).sends({ smoke: 14.2, temperature: 46 })
  // The link opens the map, and the map brings its figures.
  await page.locator('.maps-choice [aria-pressed=true]', { hasText: '安防' }).waitFor()
  await page.locator('.scene-lens', { hasText: '安防一张图' }).waitFor()
  const red = () => countPixels(page, SCENE, RED)
  await expect.poll(red, { timeout: LONG }).toBeGreaterThan(30)
  const whole = await countOf(page)

  // Of the doors none is in alarm: the scene shows no red, and says that an alarm is not among what it shows.
  await page.locator('.maps-open-figures button', { hasText: '出入口在线' }).click()
  await page.locator('.scene-lens', { hasText: '另有 1 条未确认报警不在所选范围内' }).waitFor()
  await expect.poll(red, { timeout: LONG }).toBe(0)
  expect(await countOf(page)).toBeLessThan(whole)
  await page.locator('.maps-list li').first().waitFor()
  await page.locator('.scene-lens').getByRole('button', { name: '全部显示' }).click()
  await expect.poll(red, { timeout: LONG }).toBeGreaterThan(30)

  await page.getByRole('button', { name: '划定区域' }).click()
  const box = await page.locator(SCENE).boundingBox()
  if (!box) throw new Error('there is no scene')
  for (const [x, y] of [
    [0.35, 0.4],
    [0.6, 0.4],
    [0.6, 0.7],
  ] as const) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
    // Two clicks at once are a double one.
    await page.waitForTimeout(400)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => countOf(page)).toBe(whole)
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.7)
  await expect.poll(() => countOf(page)).toBeLessThan(whole)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '取消区域' }).click()
  await expect.poll(() => countOf(page)).toBe(whole)

  // Left, all layers are as they were.
  await page.locator('.scene-lens').getByRole('button', { name: '退出' }).click()
  await page.locator('.maps-card').first().waitFor()
  await page.locator('.scene-layers-head').click()
  expect(await page.locator('.scene-layer', { hasText: '车辆' }).locator('input').isChecked()).toBe(true)
  expect(complaints).toEqual([])
  await seat.context.close()
})

/** Of how many things the map speaks just now. */
async function countOf(page: Page): Promise<number> {
  return Number(/\d+/.exec((await page.locator('.maps-narrowed [role=status]').textContent()) ?? '')?.[0])
}
