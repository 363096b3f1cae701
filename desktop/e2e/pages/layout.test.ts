import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLayouts, saveLayout } from '#shared/contract/layouts.ts'
import { openBrowser, openSeat, type Seat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const SIZE = { width: 1600, height: 900 }
const panel = (page: Page, id: string) => page.locator(`.panel[data-panel=${id}]`)
const tab = (page: Page, title: string) => page.locator('.dv-tab', { hasText: title })

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

test('panels are called, moved, sized and closed; another day, and on another machine, they stand as they were left', async () => {
  const seat = await openSeat(browser, center.url, SIZE)
  const { page } = seat
  await signInAs(seat, '指挥员')
  await panel(page, 'alarms').waitFor()
  // Nothing is chosen: the card takes no room.
  expect(await panel(page, 'detail').isVisible()).toBe(false)
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('checkbox', { name: '设备' }).check()
  await page.keyboard.press('Escape')
  await panel(page, 'devices').waitFor()
  expect(await widthOf(page, 'devices')).toBeCloseTo(await widthOf(page, 'scene'), -1)

  // Over the alarms it stands behind them, with a tab.
  await drag(page, tab(page, '设备'), panel(page, 'alarms'))
  await expect.poll(() => panel(page, 'alarms').isVisible()).toBe(false)
  const before = await widthOf(page, 'devices')
  const scene = await boxOf(page, 'scene')
  await page.mouse.move(scene.x - 1, scene.y + 300)
  await page.mouse.down()
  await page.mouse.move(scene.x + 99, scene.y + 300, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(page, 'devices')).toBeCloseTo(before + 100, -1)
  const kept = async () => JSON.stringify((await center.ask(listLayouts, { screen: 'desk' }, 'commander')).layouts)
  await expect.poll(kept, { timeout: 10_000 }).toContain('"panels":["alarms","devices"],"front":"devices"')

  const elsewhere = await openSeat(browser, center.url, SIZE)
  await signInAs(elsewhere, '指挥员')
  for (const { page: shown } of [await reloaded(seat), elsewhere]) {
    await panel(shown, 'devices').waitFor()
    expect(await panel(shown, 'alarms').isVisible()).toBe(false)
    expect(await widthOf(shown, 'devices')).toBeCloseTo(before + 100, -1)
  }
  await elsewhere.context.close()

  // Administration is another screen; the desk stands as before when one comes back.
  await page.getByRole('button', { name: '系统管理' }).click()
  await page.locator('.admin-page:visible h1').waitFor()
  await page.getByRole('button', { name: '返回值班席' }).click()
  await panel(page, 'devices').waitFor()
  expect(await panel(page, 'alarms').isVisible()).toBe(false)
  expect(await widthOf(page, 'devices')).toBeCloseTo(before + 100, -1)

  await tab(page, '设备').locator('.panel-close').click()
  await panel(page, 'alarms').waitFor()
  expect(await tab(page, '设备').count()).toBe(0)
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})

test('arrangements are kept by name, used again, and forgotten', async () => {
  const seat = await openSeat(browser, center.url, SIZE)
  const { page } = seat
  await signInAs(seat, '值班员')
  await panel(page, 'alarms').waitFor()
  await page.getByRole('button', { name: '布局', exact: true }).click()
  const drawer = page.locator('.layout-drawer')
  await drawer.getByRole('checkbox', { name: '报警', exact: true }).uncheck()
  await panel(page, 'alarms').waitFor({ state: 'hidden' })
  await drawer.getByLabel('布局名称').fill('只看场景')
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.getByRole('button', { name: '默认布局' }).click()
  await panel(page, 'alarms').waitFor()
  await drawer.getByRole('button', { name: '只看场景', exact: true }).click()
  await panel(page, 'alarms').waitFor({ state: 'hidden' })
  await drawer.getByRole('button', { name: '删除布局“只看场景”' }).click()
  const kept = drawer.getByRole('button', { name: '只看场景', exact: true })
  await kept.waitFor({ state: 'hidden' })
  await drawer.getByRole('button', { name: '撤销删除“只看场景”' }).click()
  await kept.waitFor()
  await drawer.getByRole('button', { name: '默认布局' }).click()
  // Put away by a key, it leaves the keys where they were.
  await drawer.getByLabel('布局名称').focus()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.textContent')).toBe('布局')
  await panel(page, 'alarms').waitFor()
  await seat.context.close()
})

test('with the list of alarms closed an alarm is still seen, and leads to its card', async () => {
  const seat = await openSeat(browser, center.url, SIZE)
  const { page } = seat
  await signInAs(seat, '值班员')
  await tab(page, '报警').locator('.panel-close').click()
  const detector = await center.device('smoke-detector-b44-f09')
  await detector.sends({ smoke: 14.2, temperature: 46 })
  await page.locator('.alarm-strip button', { hasText: '云锦苑2栋 9 层' }).click()
  await panel(page, 'detail').getByText('烟雾浓度 14.20').waitFor()
  // Another metric has another line: nothing of the first is told under its name.
  await page.locator('.trend-chart').waitFor()
  await page.locator('.readings button', { hasText: '温度' }).click()
  expect((await page.locator('.trend-chart').getAttribute('aria-label', { timeout: 10_000 }))?.slice(0, 8)).toBe(
    '温度，最低 46',
  )
  await detector.sends({ smoke: 0.2, temperature: 22 })
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('checkbox', { name: '报警', exact: true }).check()
  await page.locator('.alarm-strip').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.locator('.alarm-ack').first().click()
  await page.getByText('没有未结的报警').waitFor()
  await seat.context.close()
})

test('a damaged arrangement is told, and the one that the program came with is shown', async () => {
  await center.ask(saveLayout, { screen: 'desk', name: '', arrangement: { parts: 'gone' } }, 'administrator')
  const seat = await openSeat(browser, center.url, SIZE)
  await signInAs(seat, '管理员')
  await seat.page.getByText('保存的布局已损坏').waitFor()
  await panel(seat.page, 'alarms').waitFor()
  await panel(seat.page, 'scene').waitFor()
  await seat.context.close()
})

test('all devices are listed, found, sorted by what needs somebody, and lead to their card', async () => {
  const seat = await openSeat(browser, center.url, SIZE)
  const { page } = seat
  await signInAs(seat, '管理员')
  await page.getByRole('button', { name: '布局', exact: true }).click()
  await page.getByRole('checkbox', { name: '设备' }).check()
  await page.keyboard.press('Escape')
  const detector = await center.device('smoke-detector-b19-f03')
  await detector.sends({ smoke: 12.5, temperature: 41 })
  const rows = panel(page, 'devices').locator('.devices-list').getByRole('option')
  await rows
    .first()
    .filter({ hasText: /Ⅰ级.*锦绣西里3栋3层感烟探测器.*12\.50 %\/m/s })
    .waitFor()
  // Its card tells how the reading came to be what it is.
  await rows.first().click()
  await page.locator('.trend-chart canvas').waitFor()
  expect(await page.locator('.trend-chart').getAttribute('aria-label')).toMatch(/^烟雾浓度，最低 12\.50 %\/m/)
  await detector.sends({ smoke: 3.25, temperature: 30 })
  await page.locator('.trend-chart[aria-label^="烟雾浓度，最低 3.25"]').waitFor()
  await page.locator('.readings button', { hasText: '温度' }).click()
  await page.locator('.trend-chart[aria-label^="温度，最低 30.0"]').waitFor()
  // Of thousands only those in sight are there.
  expect(await rows.count()).toBeLessThan(60)
  await panel(page, 'devices').getByRole('searchbox').fill('sxj')
  await rows
    .first()
    .filter({ hasText: /摄像机/ })
    .waitFor()
  await panel(page, 'devices').getByRole('listbox').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await panel(page, 'detail').getByText('camera-').waitFor()
  // Keys stay with the list: the card that came took nothing.
  await page.keyboard.press('End')
  await rows.last().and(page.locator('[aria-selected=true]')).waitFor()
  await page.keyboard.press('F6')
  expect(await panel(page, 'devices').locator(':focus').count()).toBe(0)
  await seat.context.close()
})

async function boxOf(page: Page, id: string) {
  const box = await panel(page, id).boundingBox()
  if (!box) throw new Error(`panel ${id} is not in sight`)
  return box
}

async function widthOf(page: Page, id: string): Promise<number> {
  return (await boxOf(page, id)).width
}

async function drag(page: Page, from: ReturnType<typeof tab>, to: ReturnType<typeof panel>): Promise<void> {
  await from.dragTo(to)
  await page.mouse.move(0, 0)
}

async function reloaded(seat: Seat): Promise<Seat> {
  await seat.page.reload()
  return seat
}
