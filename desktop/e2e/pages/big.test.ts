import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLayouts } from '#shared/contract/layouts.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const HD = { width: 1920, height: 1080 }
const panel = (page: Page, id: string) => page.locator(`.panel[data-panel=${id}]`)

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

test('whoever signs in as a wall has one, in type for ten metres, arranged as its window is shaped', async () => {
  for (const [width, height, order] of [
    [1920, 1080, ['maps', 'scene', 'board']],
    [3840, 1080, ['maps', 'attention', 'scene', 'board', 'helpers']],
    [3840, 2160, ['maps', 'scene', 'board']],
  ] as const) {
    const wall = await openSeat(browser, center.url, { width, height })
    const { page } = wall
    await signInAs(wall, '大屏')
    await panel(page, 'board').waitFor()
    const lefts = await Promise.all(order.map(async (id) => (await panel(page, id).boundingBox())?.x ?? -1))
    expect(lefts, `${width}x${height}`).toEqual([...lefts].sort((a, b) => a - b))
    expect(await smallestType(page), `${width}x${height}`).toBeGreaterThanOrEqual(height / 54 - 0.01)
    expect(await cutTexts(page)).toEqual([])
    expect(wall.complaints).toEqual([])
    await wall.context.close()
  }
})

test('an alarm takes the stage by itself, is to be read there, and gives the stage back', async () => {
  const wall = await openSeat(browser, center.url, HD)
  const { page } = wall
  await signInAs(wall, '大屏')
  await panel(page, 'board').getByText('没有未结的报警').waitFor()
  expect(await page.locator('.stage-card').count()).toBe(0)
  const smoke = await center.device('smoke-detector-b44-f09')
  await smoke.sends({ smoke: 14.2, temperature: 46 })
  const card = page.locator('.stage-card')
  await card.waitFor()
  expect(await card.innerText()).toMatch(/云锦苑2栋 9 层 走道\s+烟雾报警 烟雾浓度 14.20 %\/m，上限 8.00 %\/m/)
  await panel(page, 'board').locator('.board-row', { hasText: '烟雾报警' }).waitFor()
  await panel(page, 'attention').getByText('云锦苑2栋').waitFor()
  await panel(page, 'cameras').locator('.camera-name').first().waitFor()
  await panel(page, 'alarm-trend').getByText('近 24 小时共 1 条报警').waitFor({ timeout: 10_000 })
  await smoke.sends({ smoke: 0.1, temperature: 26 })
  const operator = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  await operator.page.locator('.alarm-ack').click()
  await card.waitFor({ state: 'detached', timeout: 20_000 })
  for (const { context } of [wall, operator]) await context.close()
})

test('a panel wall: borders stand at the seams, no text hides behind one; moved by hand it is kept', async () => {
  const wall = await openSeat(browser, center.url, HD)
  const { page } = wall
  await signInAs(wall, '大屏')
  await panel(page, 'board').waitFor()
  // Nothing moves until somebody says that he wants to arrange it.
  const before = await borderOf(page)
  await dragFrom(page, before, before + 200)
  expect(await borderOf(page)).toBe(before)

  await page.mouse.move(500, 5)
  await page.getByRole('button', { name: '布局', exact: true }).click()
  // Typed over what stands there, it is what was typed.
  await page.getByLabel('横向块数').fill('')
  await page.keyboard.type('4')
  await page.getByLabel('纵向块数').fill('2')
  await page.getByLabel('拼缝（像素）').fill('24')
  await page.keyboard.press('Enter')
  await expect.poll(() => borderOf(page)).toBe(HD.width / 4)
  for (const id of ['maps', 'attention', 'board', 'alarm-trend', 'helpers'])
    for (const seam of [1, 2, 3].map((n) => (n * HD.width) / 4)) {
      const box = await panel(page, id).boundingBox()
      if (!box) throw new Error(`${id} is not there`)
      expect(box.x >= seam + 12 || box.x + box.width <= seam - 12, `${id} at ${seam}`).toBe(true)
    }

  await page.getByRole('button', { name: '调整布局' }).click()
  await page.keyboard.press('Escape')
  // Near a seam a border goes to it; far from one it stays where it is left.
  await dragFrom(page, HD.width / 4, HD.width / 4 + 60)
  await expect.poll(() => borderOf(page)).toBe(HD.width / 4)
  await dragFrom(page, HD.width / 4, HD.width / 4 + 220)
  await expect.poll(() => borderOf(page)).toBeCloseTo(HD.width / 4 + 220, -1)
  await page.getByRole('button', { name: '完成调整' }).click()
  const kept = async () => JSON.stringify((await center.ask(listLayouts, { screen: 'big' }, 'viewer')).layouts)
  await expect.poll(kept, { timeout: 10_000 }).toContain('"wall":{"columns":4,"rows":2,"bezel":24}')
  await page.reload()
  await panel(page, 'board').waitFor()
  await expect.poll(() => borderOf(page)).toBeCloseTo(HD.width / 4 + 220, -1)

  // A panel that is closed and called back comes to where it stood.
  const where = async () => (await panel(page, 'board').boundingBox())?.x ?? 0
  // Beside the seam, from the first picture on.
  await expect.poll(where).toBe((3 * HD.width) / 4 + 12)
  const stood = await where()
  await page.mouse.move(200, 200)
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('checkbox', { name: '报警态势' }).click()
  await panel(page, 'board').waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: '报警态势' }).click()
  await expect.poll(where).toBeCloseTo(stood, -1)
  await page.keyboard.press('Escape')

  // Turned upright it is another wall, arranged for itself.
  await page.setViewportSize({ width: HD.height, height: HD.width })
  await expect.poll(async () => (await panel(page, 'scene').boundingBox())?.width).toBeGreaterThan(HD.height * 0.95)
  await page.setViewportSize(HD)
  await expect.poll(() => borderOf(page)).toBeCloseTo(HD.width / 4 + 220, -1)
  expect(wall.complaints).toEqual([])
  await wall.context.close()
})

test('a wall that is started anew is a wall, with nobody there to sign in; a desk is not', async () => {
  const wall = await openSeat(browser, `${center.url}?screen=big`, HD)
  await signInAs(wall, '大屏')
  await panel(wall.page, 'board').waitFor()
  const again = await wall.context.newPage()
  await wall.page.close()
  await again.goto(`${center.url}?screen=big`)
  await panel(again, 'board').waitFor()
  const desk = await wall.context.newPage()
  await desk.goto(center.url)
  await desk.locator('.entrance-demo').waitFor()
  await wall.context.close()
})

test('a server that is started again under a running wall: it says so, stays as it was, and goes on', async () => {
  const wall = await openSeat(browser, center.url, HD)
  const { page } = wall
  await signInAs(wall, '大屏')
  await (await center.device('gas-detector-b12-f02')).sends({ lel: 31.5 })
  const row = page.locator('.board-row', { hasText: '燃气泄漏报警' })
  await row.waitFor()
  await center.down()
  await page.locator('.band.lost').waitFor()
  expect(await row.isVisible()).toBe(true)
  await center.up()
  await page.locator('.band.live').waitFor({ timeout: 20_000 })
  await (await center.device('sos-button-b19-f01')).sends({ pressed: 1, battery: 81 })
  await page.locator('.board-row', { hasText: '居民紧急求助' }).waitFor()
  expect(await row.isVisible()).toBe(true)
  await wall.context.close()
})

test('from the desk to the wall and back, and the address says which it is', async () => {
  const seat = await openSeat(browser, center.url, HD)
  const { page } = seat
  await signInAs(seat, '指挥员')
  await page.getByRole('button', { name: '大屏', exact: true }).click()
  await panel(page, 'board').waitFor()
  expect(new URL(page.url()).searchParams.get('screen')).toBe('big')
  await page.reload()
  await panel(page, 'board').waitFor()
  await page.mouse.move(500, 5)
  await page.getByRole('button', { name: '值班席' }).click()
  await panel(page, 'alarms').waitFor()
  // The type is that of a desk again.
  expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('16px')
  await seat.context.close()
})

/** Where the first border from the left stands. */
async function borderOf(page: Page): Promise<number> {
  const box = await page.locator('.dv-groupview', { has: panel(page, 'maps') }).boundingBox()
  return Math.round((box?.x ?? 0) + (box?.width ?? 0))
}

async function dragFrom(page: Page, from: number, to: number): Promise<void> {
  await page.mouse.move(from - 1, 500)
  await page.mouse.down()
  await page.mouse.move(to, 500, { steps: 5 })
  await page.mouse.up()
}

/** Pixels of the smallest type that is to be read. */
function smallestType(page: Page): Promise<number> {
  return page.evaluate(`Math.min(...[...document.querySelectorAll('.big *')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((one) => parseFloat(getComputedStyle(one).fontSize)))`)
}

/** Headings and figures of which not all is to be seen. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('.big .maps-figure strong, .big .board-grades strong, .big-top time, .panel-title')]
    .filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      const isShown = one.checkVisibility() && right > left
      return isShown && (left < 0 || right > innerWidth + 1 || bottom > innerHeight || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible')
    })
    .map((one) => one.textContent)`)
}
