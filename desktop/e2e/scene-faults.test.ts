import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'
import { openBrowser, openSeat, type Seat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'
import { type Deceit, deceive, garbage } from './testing/faults.ts'
import { plainLook } from './testing/pixels.ts'
import { LONG, SCENE, still, wholePlace } from './testing/scene.ts'

const SIZE = { width: 960, height: 540 }
/** In a house of few storeys. */
const DETECTOR = 'smoke-detector-b01-f01'
const MANY = 100_000
/** Longer than this a screen must not be deaf; a test machine without a graphics card is given twice as long. */
const HANGS_MS = 4000

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

test('a hundred thousand devices of an unknown kind at one spot, and an alarm without a place, hang nothing', async () => {
  const seat = await openSeat(browser, center.url, SIZE)
  const { page } = seat
  await deceive(page, { state: crowd })
  await page.addInitScript(() => {
    const deaf: number[] = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) deaf.push(duration)
    }).observe({ type: 'longtask', buffered: true })
    Object.assign(window, { deaf })
  })
  await page.reload()
  await signInAs(seat, '指挥员')
  await wholePlace(page)
  for (const notice of [`${MANY} 台设备类型未知`, '1 台设备没有坐标', '1 台设备的坐标不在社区附近'])
    await page.locator('.scene-notices', { hasText: notice }).waitFor({ timeout: LONG })

  // Each of them can be reached: a click on the chosen one means what it covers.
  await page.evaluate(() => {
    location.hash = '#device=many-7'
  })
  await page.locator('.detail', { hasText: '未知类型（seismograph） · many-7' }).waitFor()
  await still(page)
  const { x, y } = await middleOfWhatIsFree(page)
  await page.mouse.click(x, y)
  await page.locator('.detail', { hasText: /many-0\b/ }).waitFor()

  await page.locator('.alarm').click()
  await page.locator('.detail', { hasText: 'lost' }).waitFor()
  expect(await plainLook(page, SCENE)).toBeGreaterThan(8)
  expect(Math.max(...(await page.evaluate(() => (window as unknown as { deaf: number[] }).deaf)))).toBeLessThan(
    HANGS_MS,
  )
  await seat.context.close()
})

test('where one broken tile stands for all houses, finer ones are shown; a plan that fails is told', async () => {
  const { page, context } = await seatWith('**/buildings/r.glb', { refuse: 'place:inside' })
  const finer = page.waitForResponse(/buildings\/r[0-3]\.glb/)
  // From afar: near by they would be asked for in any case.
  await finer
  await enter(page)
  await page.getByText('部分三维模型无法载入').waitFor({ timeout: LONG })
  await page.getByText('建筑平面图读取失败，未标出房间和出口').waitFor()
  expect(await page.locator('.scene-floors button').count()).toBeGreaterThan(3)
  expect(await plainLook(page, SCENE)).toBeGreaterThan(8)
  await context.close()
})

test('without a single sound model there are blocks; when the server is back and models can be had again, they come', async () => {
  const { page, context } = await seatWith('**/*.glb')
  await page.getByText('三维模型无法显示，暂以体块显示').waitFor({ timeout: LONG })
  await expect.poll(() => plainLook(page, SCENE), { timeout: LONG }).toBeGreaterThan(8)
  await page.unroute('**/*.glb')
  await center.down()
  await page.getByText('场景停在中断前的一刻').waitFor()
  await center.up()
  // Until they have come the blocks stay.
  let isBack = false
  const back = wholePlace(page).finally(() => {
    isBack = true
  })
  while (!isBack) expect(await plainLook(page, SCENE)).toBeGreaterThan(8)
  await back
  await context.close()
})

async function seatWith(broken: string, deceit: Deceit = {}): Promise<Seat> {
  const seat = await openSeat(browser, center.url, SIZE)
  await seat.page.route(broken, garbage)
  await deceive(seat.page, deceit)
  await seat.page.reload()
  await signInAs(seat, '指挥员')
  return seat
}

/** To the alarm in the house, which is there from the first of these on. */
async function enter(page: Page): Promise<void> {
  await (await center.device(DETECTOR)).sends({ smoke: 14.2, temperature: 46 })
  await page.locator('.alarm').first().click()
  await page.locator('.scene-storeys[data-arriving=false]').waitFor({ timeout: LONG })
}

function crowd({ world, values }: Parameters<NonNullable<Deceit['state']>>[0]): void {
  const devices = world.tables.devices as [string, Device][]
  const [, sample] = devices[0] as [string, Device]
  const add = (device: string, name: string, kind: string, position: unknown) => {
    devices.push([device, { ...sample, device, name, kind, place: 'jinxiu', position: position as Device['position'] }])
    values[device] = [Date.now(), {}]
  }
  const spot = { lon: 114.0579, lat: 22.5431, height: 1 }
  for (let i = 0; i < MANY; i++) add(`many-${i}`, `D${i}`, 'seismograph', spot)
  add('lost', '没有坐标的设备', sample.kind, null)
  add('afar', '坐标为零的设备', sample.kind, { lon: 0, lat: 0, height: 0 })
  const alarm = { alarm: 'lost-1', device: 'lost', place: 'jinxiu', rule: 'smoke', grade: 1, position: null }
  const about = { metric: 'smoke', limit: 8, value: 14, state: 'unacknowledged', raisedAt: Date.now() }
  ;(world.tables.alarms as [string, unknown][]).push([alarm.alarm, { ...alarm, ...about } as unknown as Alarm])
}

/** Where the camera brings what it goes to: beside the tools, which lie over the scene. */
async function middleOfWhatIsFree(page: Page): Promise<{ x: number; y: number }> {
  const scene = await page.locator(SCENE).boundingBox()
  const tools = await page.locator('.scene-tools').boundingBox()
  if (!scene || !tools) throw new Error('there is no scene')
  return { x: (scene.x + tools.x) / 2, y: scene.y + scene.height / 2 }
}
