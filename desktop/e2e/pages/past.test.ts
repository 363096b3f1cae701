import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acknowledgeAlarms, listAlarms } from '#shared/contract/alarms.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const SMOKE = 'smoke-detector-b02-f01'
const OTHER = 'smoke-detector-b19-f03'
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

test('an alarm that came and went is found again by going through the past; what is live breaks through', async () => {
  const smoke = await center.device(SMOKE)
  await smoke.sends({ smoke: 20 })
  const { alarms } = await center.ask(listAlarms, {}, 'operator')
  const alarm = alarms[0]?.alarm ?? ''
  await center.ask(acknowledgeAlarms, { alarms: [alarm] }, 'operator')
  await smoke.sends({ smoke: 0 })

  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '值班员')
  const tab = (text: string) => page.getByRole('tab', { name: text })
  await tab('待结案 1').waitFor()

  // By one key into the past, where nothing had happened yet.
  await page.keyboard.press('h')
  const bar = page.locator('.past-bar[data-phase=ready]')
  await bar.waitFor()
  await page.locator('.band.past', { hasText: '历史画面' }).waitFor()
  await tab('待结案 0').waitFor()
  await tab('未结 0').waitFor()
  await page.getByRole('button', { name: '下一事件' }).click()
  const step = async () => {
    const before = await page.locator('.past-timeline canvas').getAttribute('aria-valuenow')
    await page.keyboard.press('.')
    await expect.poll(() => page.locator('.past-timeline canvas').getAttribute('aria-valuenow')).not.toBe(before)
    await bar.waitFor()
  }
  const row = page.locator('[data-alarm]')
  while ((await row.count()) === 0) await step()
  await row.getByText('待确认').waitFor()
  await row.click()
  // What was cannot be acted upon.
  await page.locator('.detail, [data-panel=detail]').first().waitFor()
  expect(await page.getByRole('button', { name: '确认', exact: true }).count()).toBe(0)
  // Between that and its acknowledgement other things happen by themselves.
  const waits = row.getByText('待确认')
  while ((await waits.count()) > 0) await step()
  await page.keyboard.press(',')
  await waits.waitFor()

  // What happens now is told, and is not in the picture of then.
  await (await center.device(OTHER)).sends({ smoke: 20 })
  await page.locator('.alarm-strip', { hasText: '3栋' }).waitFor()
  expect(await row.count()).toBe(1)
  await page.locator('.alarm-strip button', { hasText: '3栋' }).click()
  await page.locator('.past-bar').waitFor({ state: 'detached' })
  await tab('未结 1').waitFor()
  await tab('待结案 1').waitFor()
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})

test('a time is gone to by its name, one that is to come is refused, and play returns to the present by itself', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '指挥员')
  await page.getByRole('button', { name: '回看' }).click()
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  const field = page.getByLabel('转到时间')
  await field.fill('2030-01-01T00:00:00')
  await page.getByRole('button', { name: '转到', exact: true }).click()
  await page.getByText('请填写已经过去的时间').waitFor()
  await field.fill('2020-01-01T00:00:00')
  await page.getByRole('button', { name: '转到', exact: true }).click()
  await page.locator('.band.past', { hasText: '2020-01-01 00:00:00 还没有记录' }).waitFor()
  const now = await page.evaluate(() => {
    const local = new Date(Date.now() - 4000 - new Date().getTimezoneOffset() * 60_000)
    return local.toISOString().slice(0, 19)
  })
  await field.fill(now)
  await page.getByRole('button', { name: '转到', exact: true }).click()
  await page.getByLabel('速度').selectOption('4')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '播放' }).click()
  await page.locator('.past-bar').waitFor({ state: 'detached' })
  await page.locator('.band.live').waitFor()
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})

test('steps go from alarm to alarm; the timeline says what was where the pointer is, down to single events', async () => {
  const { alarms } = await center.ask(listAlarms, {}, 'operator')
  const raised = alarms.map(({ raisedAt }) => Number(raisedAt)).sort((a, b) => a - b)
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '值班员')
  await page.keyboard.press('h')
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  const timeline = page.locator('.past-timeline canvas')
  const at = async () => Number(await timeline.getAttribute('aria-valuenow'))
  await page.getByLabel('逐条依据').selectOption('alarm')
  await timeline.focus()
  // As many quick presses, as many alarms; and behind the last there is none.
  for (const _ of raised) await page.keyboard.press('.')
  await expect.poll(at).toBe(raised.at(-1))
  await page.keyboard.press('.')
  await page.getByText('之后没有（报警）').waitFor()
  for (const _ of raised.slice(1)) await page.keyboard.press(',')
  await expect.poll(at).toBe(raised[0])
  // Where the playhead is, there one was raised, and who points at its line is told so.
  const readout = page.locator('.past-readout')
  const pointed = async () => {
    const box = (await timeline.boundingBox()) as { x: number; y: number; width: number }
    const [from, to] = await Promise.all(['min', 'max'].map((end) => timeline.getAttribute(`aria-value${end}`)))
    const share = ((await at()) - Number(from)) / (Number(to) - Number(from))
    await page.mouse.move(box.x + share * box.width + 1, box.y + 20)
  }
  await pointed()
  await readout.getByText(/级 \d/).waitFor()
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowUp')
  await expect
    .poll(async () => {
      await pointed()
      return readout.innerText()
    })
    .toMatch(/:\d\d\.\d\d .*级 1/)
  // Who did what is told in words, and leads to its moment.
  await page.getByRole('button', { name: '事件记录', exact: true }).click()
  const list = page.locator('.events')
  await list.getByLabel('事件类别').selectOption('acts')
  await list.getByText('还没有这类事件').waitFor()
  await page.keyboard.press('l')
  await list.locator('li', { hasText: '确认报警' }).getByRole('button', { name: '回看这一刻' }).click()
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  await list.locator('li', { hasText: '确认报警' }).first().waitFor()
  expect(await at()).toBeGreaterThan(raised[0] as number)

  await timeline.focus()
  await page.getByLabel('逐条依据').selectOption('alarm')
  await page.keyboard.press('k')
  expect(await page.getByLabel('逐条依据').inputValue()).toBe('grave')
  await page.keyboard.press('>')
  expect(await page.getByLabel('速度').inputValue()).toBe('2')
  await page.keyboard.press('i')
  await page.keyboard.press(']')
  await page.keyboard.press('o')
  await page.getByRole('button', { name: '取消循环' }).waitFor()
  await page.keyboard.press('u')
  await page.getByRole('button', { name: '取消循环' }).waitFor({ state: 'detached' })
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})
