import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

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

const shown = (page: Page) => page.locator('.past-timeline canvas')
const at = async (page: Page) => Number(await shown(page).getAttribute('aria-valuenow'))

/** What a playing screen showed at its own time, again and again, as the time at which it would have shown nought. */
const origins = (page: Page, speed: number) =>
  page.evaluate(
    ([selector, speed]) =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector(selector) as HTMLElement
        const found: number[] = []
        const watch = new MutationObserver(() => {
          found.push(Date.now() - Number(canvas.getAttribute('aria-valuenow')) / speed)
          if (found.length < 40) return
          watch.disconnect()
          resolve(found)
        })
        watch.observe(canvas, { attributeFilter: ['aria-valuenow'] })
      }),
    ['.past-timeline canvas', speed] as const,
  )

const middleOf = (of: number[]) => of.sort((a, b) => a - b)[of.length >> 1] as number

test('one leads, another follows within 200 ms, comes late, asks to lead and leads on', async () => {
  await (await center.device('smoke-detector-b02-f01')).sends({ smoke: 20 })
  const leader = await openSeat(browser, center.url)
  const second = await openSeat(browser, center.url)
  const [one, two] = [leader.page, second.page]
  await signInAs(leader, '值班员')
  await signInAs(second, '指挥员')
  await one.keyboard.press('h')
  await one.locator('.past-bar[data-phase=ready]').waitFor()
  await one.getByRole('button', { name: '共同回看' }).click()
  await one.getByText('由您主持').waitFor()
  // So far back that playing does not come to the present.
  await one.getByLabel('转到时间').fill('2026-01-01T00:00:00')
  await one.getByRole('button', { name: '转到', exact: true }).click()
  await one.locator('.past-timeline canvas').focus()

  await two.getByText('正在主持共同回看').waitFor()
  await two.getByRole('button', { name: '参加' }).click()
  await two.locator('.past-bar[data-phase=ready]').waitFor()
  await expect.poll(() => at(two)).toBe(await at(one))
  // Who follows cannot move it.
  expect(await two.getByRole('button', { name: '播放' }).isDisabled()).toBe(true)
  await two.keyboard.press('p')
  await two.keyboard.press(']')
  expect(await at(two)).toBe(await at(one))

  for (const speed of [1, 16]) {
    await one.getByLabel('速度').selectOption(String(speed))
    await one.getByRole('button', { name: '播放' }).click()
    await two.getByRole('button', { name: '暂停' }).waitFor()
    const [led, followed] = await Promise.all([origins(one, speed), origins(two, speed)])
    // Both pages run by the clock of this machine.
    expect(Math.abs(middleOf(led) - middleOf(followed))).toBeLessThan(200)
    await one.getByRole('button', { name: '暂停' }).click()
    await two.getByRole('button', { name: '播放' }).waitFor()
    await expect.poll(async () => Math.abs((await at(two)) - (await at(one)))).toBeLessThan(2)
  }

  await two.getByRole('button', { name: '请求主持' }).click()
  await one.getByText('请求主持').waitFor()
  await one.getByRole('button', { name: '移交' }).click()
  await two.getByText('由您主持').waitFor()
  expect(await one.getByRole('button', { name: '播放' }).isDisabled()).toBe(true)
  await two.getByRole('button', { name: '后退 10 秒' }).click()
  await expect.poll(async () => Math.abs((await at(two)) - (await at(one)))).toBeLessThan(2)

  // A wall follows by itself as long as it is shown there.
  const wall = await openSeat(browser, center.url)
  await signInAs(wall, '大屏')
  await wall.page.locator('.band.live').waitFor()
  await two.getByLabel('同步到大屏').click()
  await wall.page.locator('.past-bar[data-phase=ready]').waitFor()
  await expect.poll(async () => Math.abs((await at(wall.page)) - (await at(two)))).toBeLessThan(2)
  // A wall that follows runs as a desk does.
  await two.getByLabel('速度').selectOption('16')
  await two.getByRole('button', { name: '播放' }).click()
  await wall.page.locator('.past-bar[data-phase=ready]').waitFor()
  const [led, followed] = await Promise.all([origins(two, 16), origins(wall.page, 16)])
  expect(Math.abs(middleOf(led) - middleOf(followed))).toBeLessThan(200)
  await two.getByRole('button', { name: '暂停' }).click()

  // Who leads and goes back to the present, by a key and at once, takes the wall along; the others may wait or take over.
  await two.getByLabel('同步到大屏').focus()
  await two.keyboard.press('l')
  await two.locator('.band.live').waitFor()
  await wall.page.locator('.band.live').waitFor()
  await one.getByText('已离开').waitFor()
  await two.getByText('您已回到实时').waitFor()
  await two.getByRole('button', { name: '回去主持' }).click()
  await two.getByText('由您主持').waitFor()

  // Who led vanishes: whoever is there takes over.
  await second.context.close()
  await one.getByText('已离开').waitFor({ timeout: 30_000 })
  await one.getByRole('button', { name: '接过主持' }).click()
  await one.getByText('由您主持').waitFor()
  await one.getByRole('button', { name: '结束', exact: true }).click()
  await one.locator('.together-bar').waitFor({ state: 'detached' })
  expect([...leader.complaints, ...wall.complaints]).toEqual([])
  await leader.context.close()
  await wall.context.close()
}, 120_000)
