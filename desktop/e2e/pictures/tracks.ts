import { join } from 'node:path'
import { deviceKinds } from '#models/devices/index.ts'
import { listDevices } from '#shared/contract/devices.ts'
import { seededRandom } from '#shared/random.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { readSite } from '#tiles/cim/read.ts'
import { Flyer } from '../../../simulator/flyer.ts'
import { Walker } from '../../../simulator/walker.ts'
import { Ways } from '../../../simulator/ways.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { shoot } from './shots.ts'

/** Tracks: a police car, a guard, a patrol cart and a drone of the last half an hour, and where they met. */
const KINDS = ['police-car-terminal', 'guard-terminal', 'patrol-cart-terminal', 'drone']
const [SECONDS, EVERY] = [1500, 5]

const browser = await openBrowser()
const center = await TestCenter.start()
const { site } = await readSite(join(center.data, 'site'))
const devices = (await center.ask(listDevices, {}, 'operator')).devices as unknown as DeviceEntry[]
const random = seededRandom(7)
const chosen = KINDS.flatMap((kind) => devices.find((one) => one.kind === kind) ?? [])
const now = Date.now()
for (const { device, kind, position } of chosen) {
  const moves = deviceKinds.get(kind)?.moves
  if (!moves) continue
  const mover = moves.flies
    ? new Flyer(site.community.center, position, random)
    : new Walker(new Ways(site, moves.as), moves.as, position, random)
  const link = await center.device(device)
  for (let s = SECONDS; s >= 0; s -= EVERY) await link.sends(mover.step(EVERY), now - s * 1000)
}

const seat = await openSeat(browser, center.url, { width: 1920, height: 1080 })
const { page } = seat
await signInAs(seat, '指挥员')
await page.keyboard.press('Control+k')
await page.keyboard.type('轨迹')
await page
  .getByRole('option', { name: /打开.*轨迹/ })
  .first()
  .click()
const panel = page.locator('.panel[data-panel=tracks]')
await panel.getByRole('button', { name: '30 分钟' }).click()
for (const { device } of chosen) {
  await panel.getByRole('searchbox').fill(device)
  await panel.getByRole('searchbox').press('Enter')
  await panel.locator('.tracks-results li button[aria-pressed=false]').first().click()
}
await panel.getByRole('button', { name: '收起结果' }).click()
await panel.getByLabel('相距').selectOption('50')
await panel.getByLabel('至少').selectOption('10')
// What lies behind the houses is drawn by then.
await page.waitForTimeout(15_000)
await shoot(page, 'tracks.zh')

await seat.context.close()
await browser.close()
await center.close()
