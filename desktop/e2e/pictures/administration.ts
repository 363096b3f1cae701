import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { shoot } from './shots.ts'

/** The pages of administration. */
const browser = await openBrowser({ webgl: false })
const center = await TestCenter.start()
const seat = await openSeat(browser, center.url, { width: 1600, height: 900 })
const { page } = seat
await signInAs(seat, '管理员')
await page.getByRole('button', { name: '系统管理' }).click()
await page.locator('.ant-table-row').first().waitFor()
await shoot(page, 'administration.zh')

// A rule, and what it would have raised.
const detector = await center.device('smoke-detector-b44-f09')
for (const smoke of [1, 12, 1, 9, 14, 2]) await detector.sends({ smoke, temperature: 30 })
await page.getByRole('link', { name: '报警规则' }).click()
await page.getByPlaceholder('设备类型、规则名称、指标').fill('烟雾')
await page.getByRole('button', { name: '烟雾报警', exact: true }).first().click()
await tryIt('试运行', 'rules.zh')
await page.getByRole('button', { name: 'English' }).click()
await page.locator('.ant-drawer').getByText('Try it').first().waitFor()
await tryIt('Try it', 'rules.en')

await seat.context.close()
await browser.close()
await center.close()

async function tryIt(button: string, name: string): Promise<void> {
  const trial = page.locator('.rule-try')
  await trial.getByRole('button', { name: button }).click()
  await trial.locator('[role=status]').waitFor()
  await trial.evaluate((element) => element.scrollIntoView({ block: 'end' }))
  await page.mouse.move(2, 2)
  await shoot(page, name)
}
