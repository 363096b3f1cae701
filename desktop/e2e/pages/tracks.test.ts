import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '#shared/contract/audit.ts'
import { listDevices } from '#shared/contract/devices.ts'
import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const MINUTE = 60_000
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

test('a car is found by its plate, its way and whom it met are on the timeline, and a click shows the moment', async () => {
  const devices = (await center.ask(listDevices, {}, 'operator')).devices as unknown as DeviceEntry[]
  const car = devices.find(({ kind }) => kind === 'police-car-terminal')
  const guard = devices.find(({ kind }) => kind === 'guard-terminal')
  if (!car?.plate || !guard) throw new Error('nobody is on duty')
  const { lon, lat } = car.position
  const metres = metresPerDegree(lat)
  const [now, speaks] = [Date.now(), [await center.device(car.device), await center.device(guard.device)] as const]
  // The car drives by for twenty minutes; the guard waits where it stops for five.
  for (let s = 1200; s >= 0; s -= 10) {
    const at = now - s * 1000
    const x = s > 900 ? (1200 - s) * 0.5 : s > 600 ? 150 : 150 + (600 - s) * 0.5
    await speaks[0].sends({ lon: lon + x / metres.lon, lat, heading: 90, speed: 1 }, at)
    await speaks[1].sends({ lon: lon + 155 / metres.lon, lat, heading: 0, speed: 0 }, at)
  }

  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '值班员')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('轨迹')
  await page
    .getByRole('option', { name: /打开.*轨迹/ })
    .first()
    .click()
  const panel = page.locator('.panel[data-panel=tracks]')
  await panel.getByText('还没有轨迹').waitFor()
  const find = async (text: string) => {
    await panel.getByRole('searchbox').fill(text)
    await panel.getByRole('searchbox').press('Enter')
  }
  await find('没有这辆车')
  await panel.getByText('这段时间没有找到').waitFor()
  await find(car.plate)
  await panel.getByRole('button', { name: `查看 ${car.name} 的轨迹` }).click()
  const lane = panel.locator('.tracks-lane')
  await lane.locator('.tracks-span.standing').waitFor()
  expect(await lane.locator('.tracks-span.moving').count()).toBe(2)
  await panel.getByText('再选一条轨迹').waitFor()

  // The other from its card: what this account may not see whole is masked.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(guard.device)
  await page.locator('.search-row').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '近 2 小时轨迹' }).click()
  await expect.poll(() => lane.count()).toBe(2)
  const names = panel.locator('.tracks-names')
  await names.getByText('*').waitFor()
  expect(await names.innerText()).not.toContain(guard.name.split(' ')[1])

  const meeting = panel.locator('.tracks-meetings li button')
  await meeting.waitFor()
  await expect.poll(() => meeting.locator('strong').innerText()).toBe('A · B')
  const file = page.waitForEvent('download')
  await panel.getByRole('button', { name: '导出 GeoJSON' }).click()
  const { features } = JSON.parse(await readFile(await (await file).path(), 'utf8'))
  expect(features.map(({ properties }: { properties: { device: string } }) => properties.device)).toEqual([
    car.device,
    guard.device,
  ])

  // To the time when they met, and by key from there on.
  const playhead = async () => Number(await panel.getByRole('slider').getAttribute('aria-valuenow'))
  await meeting.click()
  await page.locator('.band.past').waitFor()
  await expect.poll(playhead).toBeLessThan(now - 9 * MINUTE)
  expect(await playhead()).toBeGreaterThan(now - 16 * MINUTE)
  const before = await playhead()
  await panel.getByRole('slider').press('ArrowRight')
  await expect.poll(playhead).toBeGreaterThan(before)
  await panel.getByRole('button', { name: '全部清除' }).click()
  await panel.getByText('还没有轨迹').waitFor()

  const { entries } = await center.ask(listAudit, { call: 'track:search', limit: 10 }, 'administrator')
  expect(entries.map(({ input }) => (input as { text: string }).text)).toContain(car.plate)
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})
