import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser, openSeat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'

/** `npm run pictures`: the screens as they are, in both languages and when things go wrong, into docs/pictures. */
const folder = join(import.meta.dirname, '../../docs/pictures')
const HD = { width: 1920, height: 1080 }

await mkdir(folder, { recursive: true })
const browser = await openBrowser()
const center = await TestCenter.start()
const seat = await openSeat(browser, center.url, HD)
const { page } = seat
const take = async (name: string) => {
  await page.screenshot({ path: join(folder, `${name}.png`) })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}

await page.locator('.entrance-demo').waitFor()
await take('sign-in.zh')
await page.getByRole('button', { name: 'English' }).click()
await take('sign-in.en')
await page.getByRole('button', { name: '中文' }).click()

await signInAs(seat, '值班员')
await page.locator('[data-scene=ready][data-place=whole]').waitFor({ timeout: 90_000 })
await settled()
await take('desk-calm.zh')

// Down to the lake: the place alone, for the first page of the project.
const stage = page.locator('.desk-scene')
const box = await stage.boundingBox()
if (box) await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.33)
for (let turn = 0; turn < 3; turn++) {
  await page.mouse.wheel(0, -560)
  await settled()
}
await stage.screenshot({ path: join(folder, 'place.png') })
await page.locator('.scene-tools button').first().click()
await settled()

for (const [id, values] of [
  ['gas-detector-b12-f02', { lel: 31.5 }],
  ['water-level-b49-b1', { level: 23.4 }],
  ['electric-fire-b24-f01', { leakage: 640, cable: 38 }],
  ['sos-button-b19-f01', { pressed: 1, battery: 81 }],
  ['smoke-detector-b44-f09', { smoke: 14.2, temperature: 46 }],
] as const)
  await (await center.device(id)).sends(values)
await page.locator('.alarm').nth(4).waitFor()
await page.locator('.alarm-ack').last().click()
await page.locator('.alarm.acknowledged').waitFor()
await page.locator('.alarm', { hasText: '云锦苑2栋 9 层' }).click()
await settled()
await take('desk-alarm.zh')
await page.getByRole('button', { name: 'English' }).click()
await settled()
await take('desk-alarm.en')

await center.down()
await page.locator('.band.lost').waitFor()
await take('desk-lost.en')
await page.setViewportSize({ width: 390, height: 844 })
await page.waitForTimeout(1500)
await take('phone.en')

await seat.context.close()
await browser.close()
await center.close()

/** Nothing on the page moves any more: two pictures in a row are the same. */
async function settled(): Promise<void> {
  let before = ''
  for (let i = 0; i < 30; i++) {
    const now = (await page.locator('.desk-scene').screenshot()).toString('base64')
    if (now === before) return
    before = now
    await page.waitForTimeout(700)
  }
}
