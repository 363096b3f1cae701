import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDeviceHistory } from '#shared/contract/devices.ts'
import { openBrowser, openSeat, type Seat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'
import { LONG, SCENE, still, wholePlace } from './testing/scene.ts'

const LAMP = 'street-lamp'

let browser: Browser
let center: TestCenter
let seat: Seat

beforeAll(async () => {
  browser = await openBrowser()
  center = await TestCenter.start()
  seat = await openSeat(browser, center.url, { width: 1280, height: 720 })
  await signInAs(seat, '管理员')
  await wholePlace(seat.page)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('a device is put somewhere else by a click in the scene, and nothing is done before somebody agrees', async () => {
  const { page } = seat
  await page.keyboard.press('Control+k')
  await page.keyboard.type(LAMP)
  await page.getByRole('option').first().click()
  await page.locator('.detail').getByRole('button', { name: '移动设备' }).click()
  const form = page.getByRole('form', { name: '移动设备' })
  await form.waitFor()
  await still(page)
  const confirm = form.locator('button[type=submit]')
  expect(await confirm.isDisabled()).toBe(true)
  const box = (await page.locator(SCENE).boundingBox()) as { x: number; y: number; width: number; height: number }
  await page.mouse.click(box.x + box.width * 0.42, box.y + box.height * 0.6)
  const said = form.getByRole('status').locator('small')
  await said.waitFor({ timeout: LONG })
  const [lon = 0, lat = 0] = (await said.innerText()).split(/[, ·]+/).map(Number)
  const device = /street-lamp-[\w-]+/.exec(await page.locator('.detail').innerText())?.[0] ?? ''
  const history = async () =>
    (await center.ask(readDeviceHistory, { device, limit: 20 }, 'administrator')).events.map(({ type, data }) => ({
      type,
      data,
    }))
  const changes = (await history()).filter(({ type }) => type === 'device:changed' || type === 'device:moved')
  expect(changes).toEqual([])
  await confirm.click()
  await form.waitFor({ state: 'detached' })
  const [newest] = await history()
  expect(newest?.data).toMatchObject({ position: { lon: expect.closeTo(lon, 5), lat: expect.closeTo(lat, 5) } })
}, 120_000)
