import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, type Seat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'
import { type Color, look, plainLook, spotOf } from './testing/pixels.ts'
import { LONG, SCENE, still, wholePlace } from './testing/scene.ts'

const RED: Color = [255, 93, 85]
const DETECTOR = 'smoke-detector-b44-f09'
const IN_THE_LIST = { hasText: '云锦苑2栋 9 层' }

let browser: Browser
let center: TestCenter
let seat: Seat
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  center = await TestCenter.start()
  seat = await openSeat(browser, center.url, { width: 1280, height: 720 })
  page = seat.page
  await signInAs(seat, '指挥员')
  await wholePlace(page)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('buildings are seen by day and by night, and windows are lit in the evening', async () => {
  // Among the houses: from afar a weak machine draws them without windows.
  const box = (await page.locator(SCENE).boundingBox()) as Box
  await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.6)
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -400)
  await light('12:00')
  await expect.poll(async () => (await look(page, SCENE)).mean, { timeout: LONG }).toBeGreaterThan(70)
  await still(page)
  const day = await look(page, SCENE)
  await light('21:00')
  await expect.poll(async () => (await look(page, SCENE)).mean, { timeout: LONG }).toBeLessThan(60)
  await still(page)
  const night = await look(page, SCENE)
  // Neither is a plain surface: streets and houses can be told apart.
  expect(day.spread).toBeGreaterThan(14)
  expect(night.spread).toBeGreaterThan(9)
  expect(night.warm).toBeGreaterThan(0.0005 + 2 * day.warm)
  await light('12:00')
  await page.getByRole('button', { name: /^全景/ }).click()
  await still(page)
})

test('focus goes into the building, to the floor, and ends with the alarm in view; then back where one was', async () => {
  const before = await look(page, SCENE)
  await (await center.device(DETECTOR)).sends({ smoke: 14.2, temperature: 46 })
  await page.locator('.alarm', IN_THE_LIST).click()
  await page.locator('.scene-storeys[data-arriving=false]').waitFor({ timeout: LONG })
  await page.locator('.scene-floors button[aria-pressed=true]', { hasText: '9F' }).waitFor()
  const box = await page.locator(SCENE).boundingBox()
  await expect.poll(() => inTheMiddle(box as Box), { timeout: LONG }).toBe(true)

  await page.getByRole('button', { name: /返回原处/ }).click()
  await page.locator('.scene-storeys').waitFor({ state: 'detached' })
  await page.locator('.detail-close').click()
  await expect
    .poll(async () => Math.abs((await look(page, SCENE)).mean - before.mean), { timeout: LONG })
    .toBeLessThan(4)
})

test('what is clicked is the same in both scenes, and a floor shows what is on it alone', async () => {
  await redIsSeen(true)
  await clickRed()
  await page.locator('.detail', { hasText: '云锦苑2栋9层感烟探测器' }).waitFor()
  await page.locator('.detail-close').click()

  await page.locator('.alarm', IN_THE_LIST).click()
  await page.locator('.scene-storeys[data-arriving=false]').waitFor({ timeout: LONG })
  await page.locator('.detail-close').click()
  await redIsSeen(true)
  await still(page)
  await clickRed()
  await page.locator('.detail', { hasText: '云锦苑2栋9层感烟探测器' }).waitFor()
  await page.locator('.detail-close').click()

  await page.locator('.scene-floors button', { hasText: /^5F$/ }).click()
  await redIsSeen(false)
  await page.locator('.scene-floors button', { hasText: /^9F$/ }).click()
  await redIsSeen(true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '离开建筑' }).click()
  await page.locator('.scene-storeys').waitFor({ state: 'detached' })
})

test('a layer switched off disappears, and comes back; its legend filters', async () => {
  await page.getByRole('button', { name: /^全景/ }).click()
  await redIsSeen(true)
  await page.locator('.scene-layers-head').click()
  const alarms = page.locator('.scene-layer', { hasText: '报警' })
  await alarms.locator('input').uncheck()
  await redIsSeen(false)
  await alarms.locator('input').check()
  await redIsSeen(true)

  await alarms.getByRole('button').click()
  const first = page.locator('.scene-legend li', { hasText: 'Ⅰ级' })
  expect(await first.innerText()).toContain('1')
  await first.locator('input').uncheck()
  // Folded: the legend shows the same picture as the scene.
  await alarms.getByRole('button').click()
  await redIsSeen(false)
  await page.getByRole('button', { name: '恢复默认' }).click()
  await redIsSeen(true)
  await page.locator('.scene-layers-head').click()
})

test('distances are measured on the place', async () => {
  await page.getByRole('button', { name: '量测' }).click()
  const box = (await page.locator(SCENE).boundingBox()) as Box
  for (const [x, y] of [
    [0.4, 0.6],
    [0.6, 0.6],
  ] as const)
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
  const figure = page.locator('.scene-figure')
  await expect.poll(() => figure.innerText(), { timeout: LONG }).toMatch(/^[\d,.]+ m$/)
  expect(Number((await figure.innerText()).replace(/[ m,]/g, ''))).toBeGreaterThan(50)
  await page.getByRole('button', { name: '量测' }).click()
})

test('a lost graphics card comes back, with the same view', async () => {
  await still(page)
  const before = await look(page, SCENE)
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.scene-globe canvas')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await page.locator('[data-scene=card]').waitFor()
  await page.getByText('显卡重置').waitFor()
  await page.locator('[data-scene=ready]').waitFor({ timeout: LONG })
  await wholePlace(page)
  await light('12:00')
  await expect
    .poll(async () => Math.abs((await look(page, SCENE)).spread - before.spread), { timeout: LONG })
    .toBeLessThan(6)
})

test('without its tiles the place is still there, as blocks, and says so; a server that is away is told', async () => {
  const poor = await openSeat(browser, center.url, { width: 1280, height: 720 })
  await poor.page.route('**/tileset.json', (route) => route.abort())
  await signInAs(poor, '值班员')
  await poor.page.getByText('三维模型无法显示，暂以体块显示').waitFor({ timeout: LONG })
  await expect.poll(() => plainLook(poor.page, SCENE), { timeout: LONG }).toBeGreaterThan(8)
  await center.down()
  await poor.page.getByText('场景停在中断前的一刻').waitFor()
  expect(await plainLook(poor.page, SCENE)).toBeGreaterThan(8)
  await poor.context.close()
})

interface Box {
  x: number
  y: number
  width: number
  height: number
}

async function inTheMiddle({ width, height }: Box): Promise<boolean> {
  const spot = await spotOf(page, SCENE, RED)
  if (!spot) return false
  return Math.abs(spot.x - width / 2) < width * 0.25 && Math.abs(spot.y - height / 2) < height * 0.3
}

/** A mark is a form filled with its colour; the thin ring around a number of devices is not. */
async function redIsSeen(seen: boolean): Promise<void> {
  await expect.poll(async () => (await spotOf(page, SCENE, RED)) !== undefined, { timeout: LONG }).toBe(seen)
}

async function clickRed(): Promise<void> {
  const spot = await spotOf(page, SCENE, RED)
  const box = await page.locator(SCENE).boundingBox()
  if (!spot || !box) throw new Error('no alarm is in the picture')
  await page.mouse.click(box.x + spot.x, box.y + spot.y)
}

async function light(hour: string): Promise<void> {
  await page.getByRole('button', { name: '时间与天气' }).click()
  await page.locator('.scene-drawer .scene-choices button', { hasText: hour }).click()
  await page.getByRole('button', { name: '时间与天气' }).click()
}
