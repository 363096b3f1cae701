import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBookmark } from '#shared/contract/bookmarks.ts'
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

test('a moment is kept by a key, found again by its note, renamed, taken away and put back', async () => {
  const moment = Date.now() - 60_000
  await center.ask(keepBookmark, { moment, name: '别人的书签' }, 'commander')
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '值班员')
  const before = Date.now()
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: '在此刻加书签' })
  await dialog.getByLabel('名称').fill('3栋浓烟')
  await dialog.getByLabel('备注').fill('窗口有人')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  const after = Date.now()

  await page.keyboard.press('h')
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  await page.getByRole('button', { name: '全部 2' }).click()
  await page.getByPlaceholder('查找名称、备注、建立者').fill('有人')
  const list = page.getByRole('region', { name: '书签' })
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
  await list.getByRole('button', { name: '转到书签“3栋浓烟”' }).click()
  const at = async () => Number(await page.locator('.past-timeline canvas').getAttribute('aria-valuenow'))
  // The clocks of screen and server differ by the way of a message.
  await expect.poll(at).toBeGreaterThan(before - 1000)
  expect(await at()).toBeLessThan(after + 1000)

  await list.getByRole('button', { name: '修改书签“3栋浓烟”' }).click()
  await list.getByLabel('名称', { exact: true }).fill('3栋起火')
  await list.getByRole('button', { name: '保存' }).click()
  await list.getByRole('button', { name: '删除书签“3栋起火”' }).click()
  await page.getByRole('button', { name: '全部 1' }).waitFor()
  await list.getByRole('button', { name: '恢复' }).click()
  await page.getByRole('button', { name: '全部 2' }).waitFor()

  // Of somebody else: it can be gone to, and no more.
  await page.getByPlaceholder('查找名称、备注、建立者').fill('别人')
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
  expect(await list.getByRole('button', { name: /^删除/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.locator('.bookmark-flags').getByRole('button', { name: '转到书签“别人的书签”' }).click()
  await expect.poll(at).toBe(moment)
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})
