import { acknowledgeAlarms, listAlarms } from '#shared/contract/alarms.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { shoot } from './shots.ts'

/** The past: a smoke alarm as it was before anybody had taken notice of it. */
const browser = await openBrowser()
const center = await TestCenter.start()
const smoke = await center.device('smoke-detector-b02-f01')
await smoke.sends({ smoke: 12 })
const { alarms } = await center.ask(listAlarms, {}, 'operator')
await center.ask(acknowledgeAlarms, { alarms: alarms.map(({ alarm }) => alarm) }, 'operator')
await smoke.sends({ smoke: 1 })
await (await center.device('gas-detector-b12-f02')).sends({ lel: 31.5 })

const seat = await openSeat(browser, center.url, { width: 1600, height: 900 })
const { page } = seat
await signInAs(seat, '指挥员')
await page.keyboard.press('h')
await page.locator('.past-bar[data-phase=ready]').waitFor()
const row = page.locator('[data-alarm]')
while ((await row.count()) === 0) {
  await page.keyboard.press('.')
  await page.locator('.past-bar[data-phase=ready]').waitFor()
}
await row.first().click()
for (let i = 0; i < 3; i++) await page.getByRole('button', { name: '放大' }).first().click()
// The flight to the place takes its time.
await page.waitForTimeout(8000)
await shoot(page, 'past.zh')

await seat.context.close()
await browser.close()
await center.close()
