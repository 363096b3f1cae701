import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPixels, openBrowser, openSeat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'

const DETECTOR = 'smoke-detector-b19-f03'
const RED: [number, number, number] = [255, 93, 85]

let browser: Browser
/** Of several scenes at once each would take all that a machine without a graphics card has: most seats go without. */
let plain: Browser
let center: TestCenter

beforeAll(async () => {
  browser = await openBrowser()
  plain = await openBrowser({ webgl: false })
  center = await TestCenter.start()
})
afterAll(async () => {
  await browser?.close()
  await plain?.close()
  await center?.close()
})

test('from a smoke detector to every screen, acknowledged, and still so after a restart', async () => {
  const operator = await openSeat(browser, center.url, { width: 1280, height: 720 })
  const commander = await openSeat(plain, center.url)
  await signInAs(operator, '值班员')
  await signInAs(commander, '指挥员')
  await operator.page.getByText('没有未结的报警').waitFor()
  await operator.page.locator('[data-scene=ready]').waitFor()
  expect(await countPixels(operator.page, '.scene-host', RED)).toBe(0)

  const detector = await center.device(DETECTOR)
  await detector.sends({ smoke: 12.5, temperature: 41 })
  for (const { page } of [operator, commander]) {
    await page.locator('.alarm.unacknowledged', { hasText: '锦绣西里3栋 3 层' }).waitFor()
    await page.locator('.alarm', { hasText: '烟雾浓度 12.50 %/m，上限 8.00 %/m' }).waitFor()
  }
  // On the globe too: the grade's colour stands there now.
  await expect.poll(() => countPixels(operator.page, '.scene-host', RED), { timeout: 20_000 }).toBeGreaterThan(30)

  await operator.page.locator('.alarm').click()
  await operator.page.locator('.detail', { hasText: '调看附近摄像机' }).waitFor()
  await operator.page.locator('.detail input').fill('已派微型消防站')
  await operator.page.locator('.detail form button').click()
  for (const { page } of [operator, commander])
    await page.locator('.alarm.acknowledged', { hasText: /李值班 \d\d:\d\d:\d\d 确认/ }).waitFor()
  const line = await commander.page.locator('.alarm-who').innerText()

  await center.down()
  await commander.page.locator('.band.lost', { hasText: '连接中断' }).waitFor()
  // What was there stays there, marked as of then.
  expect(await commander.page.locator('.alarm').count()).toBe(1)
  await center.up()
  await commander.page.locator('.band.live').waitFor({ timeout: 20_000 })
  expect(await commander.page.locator('.alarm-who').innerText()).toBe(line)

  // Somebody who comes only now sees the same.
  const late = await openSeat(plain, `${center.url}?screen=desk`)
  await signInAs(late, '大屏')
  expect(await late.page.locator('.alarm-who').innerText()).toBe(line)
  await late.page.locator('.alarm').click()
  await late.page.locator('.detail blockquote', { hasText: '已派微型消防站' }).waitFor()
  expect(await late.page.locator('.detail form').count()).toBe(0)

  const again = await center.device(DETECTOR)
  await again.sends({ smoke: 0.4, temperature: 22 })
  for (const { page } of [operator, commander, late]) await page.getByText('没有未结的报警').waitFor()
  // So grave a case is over when somebody says what it was, and what was done.
  const { page } = commander
  await page.getByRole('tab', { name: '待结案 1' }).click()
  await page.locator('.alarm.settled', { hasText: '锦绣西里3栋 3 层' }).getByRole('button', { name: '结案' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '烟雾', exact: true }).click()
  await dialog.getByRole('button', { name: '已到场处置，险情排除' }).click()
  await dialog.getByRole('button', { name: '结案' }).click()
  await page.getByRole('tab', { name: '未结 0' }).click()
  // It does not vanish without a word.
  for (const { page } of [operator, commander, late])
    await page.locator('.closed-row', { hasText: '锦绣西里3栋 3 层' }).waitFor()
  expect(late.complaints).toEqual([])
  for (const seat of [operator, commander, late]) await seat.context.close()
})

test('by keyboard alone, and both languages', async () => {
  const detector = await center.device('smoke-detector-b10-f01')
  await detector.sends({ smoke: 20, temperature: 50 })
  const seat = await openSeat(plain, center.url)
  await signInAs(seat, '值班员')
  const { page } = seat
  await page.locator('.alarm.unacknowledged').waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.detail').waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('.alarm', { hasText: 'over 8.00 %/m' }).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  await page.locator('.alarm.acknowledged', { hasText: 'acknowledged at' }).waitFor()
  await page.reload()
  // Still signed in, and still English.
  await page.locator('.band.live', { hasText: 'Live' }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('.entrance').waitFor()
  await page.reload()
  await page.locator('.entrance-demo').waitFor()
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})

test('a wrong password is refused in words, a right one lets in', async () => {
  const seat = await openSeat(plain, center.url)
  const { page } = seat
  await page.getByLabel('账号').fill('zhiban')
  await page.getByLabel('密码').fill('not-the-password')
  await page.locator('.entrance button[type=submit]').click()
  await page.getByText('账号或密码不正确').waitFor()
  await page.getByLabel('密码').fill('demo-operator')
  await page.keyboard.press('Enter')
  await page.locator('.band.live').waitFor()
  await seat.context.close()
})

test('without WebGL the list works, and the scene says why it does not', async () => {
  const seat = await openSeat(plain, center.url)
  await signInAs(seat, '值班员')
  await seat.page.getByText('三维场景无法显示').waitFor()
  await seat.page.locator('.alarms-list').waitFor()
  await seat.context.close()
})

test('on a phone nothing is cut', async () => {
  const seat = await openSeat(browser, center.url, { width: 390, height: 800 })
  await signInAs(seat, '值班员')
  await seat.page.locator('[data-scene=ready]').waitFor()
  const over = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBeLessThanOrEqual(0)
  for (const button of await seat.page.locator('.top button:visible').all()) {
    const box = await button.boundingBox()
    expect(box && box.x + box.width).toBeLessThanOrEqual(390)
  }
  await seat.context.close()
})
