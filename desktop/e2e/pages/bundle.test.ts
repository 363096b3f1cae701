import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acknowledgeAlarms, listAlarms } from '#shared/contract/alarms.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { openBundle, openPageOnly, openRecordingPage } from '../testing/recorded.ts'

const SMOKE = 'smoke-detector-b02-f01'
let browser: Browser
let folder: string
let file: string
/** The page bundle, with no server behind it. */
let alone: { url: string; close(): Promise<void> }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-bundle-'))
  browser = await openBrowser({ webgl: false })
  const center = await TestCenter.start()
  try {
    const smoke = await center.device(SMOKE)
    await smoke.sends({ smoke: 20 })
    const { alarms } = await center.ask(listAlarms, {}, 'operator')
    await center.ask(acknowledgeAlarms, { alarms: [alarms[0]?.alarm ?? ''] }, 'operator')
    await smoke.sends({ smoke: 0 })
    file = await exported(center)
  } finally {
    await center.close()
  }
  alone = await openPageOnly()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await alone?.close()
  await rm(folder, { recursive: true, force: true })
})

/** As somebody does it at the desk. */
async function exported(center: TestCenter): Promise<string> {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '指挥员')
  await page.keyboard.press('h')
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  await page.getByRole('button', { name: '导出…' }).click()
  const dialog = page.getByRole('dialog', { name: '导出回看文件' })
  await dialog.getByText('报警 1 条').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  await dialog.getByText('已导出').waitFor()
  expect(download.suggestedFilename()).toMatch(/\.ankan$/)
  const path = join(folder, 'one.ankan')
  await download.saveAs(path)
  expect(seat.complaints).toEqual([])
  await seat.context.close()
  return path
}

test('with the server gone the file is opened, and the alarm is found in it by going from event to event', async () => {
  const seat = await openSeat(browser, alone.url)
  const { page } = seat
  await page.getByText('连不上服务器').waitFor()
  await openBundle(page, file)
  await page.locator('.band.past', { hasText: '自导出以来未被改动' }).waitFor()
  const tab = (text: string) => page.getByRole('tab', { name: text })
  await tab('未结 0').waitFor()
  const canvas = page.locator('.past-timeline canvas')
  const step = async (key: string) => {
    const before = await canvas.getAttribute('aria-valuenow')
    await page.keyboard.press(key)
    await expect.poll(() => canvas.getAttribute('aria-valuenow')).not.toBe(before)
    // Two events may be near together: the list is looked at when it is drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  const row = page.locator('[data-alarm]')
  while ((await row.count()) === 0) await step('.')
  const waits = row.getByText('待确认')
  await waits.waitFor()
  await row.click()
  await page.locator('.detail, [data-panel=detail]').first().waitFor()
  // Nobody can do anything to it, and it has its name and its place.
  expect(await page.getByRole('button', { name: '确认', exact: true }).count()).toBe(0)
  await row.getByText('2栋').first().waitFor()
  while ((await waits.count()) > 0) await step('.')
  await step(',')
  await waits.waitFor()
  // Who did what is told from the file as well.
  await step('.')
  await page.getByRole('button', { name: '事件记录', exact: true }).click()
  await page.getByLabel('事件类别').selectOption('acts')
  await page.locator('.events li', { hasText: '确认报警' }).waitFor()

  // And out again, to where one came from.
  await page.getByRole('button', { name: '关闭回看文件' }).click()
  await page.getByText('连不上服务器').waitFor()
  expect(seat.complaints.filter((text) => !/net::ERR_/.test(text))).toEqual([])
  await seat.context.close()
})

test('a window started for a file shows it at once, asks no server, and says so when it is closed', async () => {
  const window = await openRecordingPage(file)
  const seat = await openSeat(browser, window.url)
  const { page } = seat
  await page.locator('.band.past', { hasText: '自导出以来未被改动' }).waitFor()
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  await page.getByRole('button', { name: '关闭回看文件' }).click()
  await page.getByText('此窗口只用于查看回看文件，不连接服务器').waitFor()
  expect(await page.getByLabel('账号').count()).toBe(0)
  await openBundle(page, file)
  await page.locator('.band.past', { hasText: '自导出以来未被改动' }).waitFor()
  expect(seat.complaints).toEqual([])
  await seat.context.close()
  await window.close()

  const gone = await openRecordingPage(join(folder, 'gone.ankan'))
  const late = await openSeat(browser, gone.url)
  await late.page.getByRole('alert').filter({ hasText: '读不到这个文件' }).waitFor()
  await late.context.close()
  await gone.close()
})

test('a file that was altered is told as altered, and what it still holds is shown', async () => {
  const bytes = await readFile(file)
  const at = bytes.indexOf('place.json.gz') + 5000
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const altered = join(folder, 'altered.ankan')
  await writeFile(altered, bytes)
  const seat = await openSeat(browser, alone.url)
  const { page } = seat
  await openBundle(page, altered)
  await page.locator('.band.past', { hasText: '1 处已被改动或损坏，所有时刻仍可显示' }).waitFor()
  await page.locator('.recorded-about summary').click()
  await page.getByText('社区信息 × 1').waitFor()
  await page.locator('.past-bar[data-phase=ready]').waitFor()
  await seat.context.close()
})

test('a file that is cut off, or none of ours, is refused with the reason, and another one opens all the same', async () => {
  const bytes = await readFile(file)
  const cut = join(folder, 'cut.ankan')
  await writeFile(cut, bytes.subarray(0, bytes.length / 2))
  const foreign = join(folder, 'foreign.ankan')
  await writeFile(foreign, 'a letter')
  const seat = await openSeat(browser, alone.url)
  const { page } = seat
  await openBundle(page, cut)
  await page.getByRole('alert').getByText('文件不完整').waitFor()
  await openBundle(page, foreign)
  await page.getByRole('alert').getByText('这不是安瞰的回看文件').waitFor()
  await openBundle(page, file)
  await page.locator('.band.past', { hasText: '自导出以来未被改动' }).waitFor()
  await seat.context.close()
})
