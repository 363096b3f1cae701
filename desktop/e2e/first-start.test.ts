import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'

let browser: Browser
let site: string

beforeAll(async () => {
  browser = await openBrowser()
  site = await mkdtemp(join(tmpdir(), 'ankan-site-'))
  const demonstration = await TestCenter.start()
  await cp(join(demonstration.data, 'site'), site, { recursive: true })
  await demonstration.close()
})
afterAll(async () => {
  await browser?.close()
  await rm(site, { recursive: true, force: true })
})

test('a real site asks for its administrator first, and shows no demonstration accounts', async () => {
  const center = await TestCenter.start('--site', site)
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await page.getByText('首次启动：创建管理员').waitFor()
  expect(await page.locator('.entrance-demo').count()).toBe(0)
  await page.getByLabel('姓名').fill('赵主任')
  await page.getByLabel('账号').fill('zhao')
  await page.getByLabel('密码', { exact: true }).fill('correct horse battery')
  await page.getByLabel('再次输入密码').fill('correct horse batter')
  await page.locator('.entrance button[type=submit]').click()
  await page.getByText('两次输入的密码不一致').waitFor()
  await page.getByLabel('再次输入密码').fill('correct horse battery')
  await page.locator('.entrance button[type=submit]').click()
  await page.locator('.band.live').waitFor()
  await page.locator('.top-user', { hasText: '赵主任' }).waitFor()

  const second = await openSeat(browser, center.url)
  await second.page.getByLabel('账号').waitFor()
  expect(await second.page.getByText('首次启动').count()).toBe(0)
  expect(seat.complaints).toEqual([])
  await center.close()
})
