import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlarms } from '#shared/contract/alarms.ts'
import { openBrowser, openSeat, type Seat, signInAs } from './testing/browser.ts'
import { TestCenter } from './testing/center.ts'
import { filmOf } from './testing/film.ts'
import { LONG, SCENE, wholePlace } from './testing/scene.ts'

/** Eleven seconds: of the clock below the picture the tens of the seconds change, whenever it begins. */
const AROUND_MS = 5500
let browser: Browser
let center: TestCenter
let seat: Seat
let page: Page
/** When something happened. */
let alarmAt: number

beforeAll(async () => {
  browser = await openBrowser()
  center = await TestCenter.start()
  seat = await openSeat(browser, center.url, { width: 1280, height: 720 })
  page = seat.page
  await signInAs(seat, '指挥员')
  await wholePlace(page)
  await (await center.device('smoke-detector-b44-f09')).sends({ smoke: 20 })
  const { alarms } = await center.ask(listAlarms, {}, 'operator')
  alarmAt = Number(alarms[0]?.raisedAt)
  // Nobody takes a film of what is to come.
  await page.waitForFunction((past) => Date.now() > past, alarmAt + AROUND_MS + 1000)
  await page.keyboard.press('h')
  await page.locator('.past-bar[data-phase=ready]').waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('a stretch becomes a film, written into a file as it is made; the playhead rests meanwhile and is back after', async () => {
  // A file of the page's own stands for what somebody would choose.
  await page.evaluate(() =>
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('film.webm', { create: true }),
    }),
  )
  const before = await playhead()
  await begin(4)
  await page.locator('.film-progress').waitFor()
  expect(await page.getByRole('button', { name: '播放', exact: true }).isDisabled()).toBe(true)
  await page.keyboard.press('p')
  await page.locator('.film-done', { hasText: 'film.webm' }).waitFor({ timeout: LONG })
  expect(await playhead()).toBe(before)
  expect(await page.getByRole('button', { name: '播放', exact: true }).isEnabled()).toBe(true)
  expect(await page.locator(SCENE).getAttribute('style')).not.toContain('scale')

  const film = await filmOf(
    page,
    await page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('film.webm')
      return Array.from(new Uint8Array(await (await handle.getFile()).arrayBuffer()))
    }),
  )
  expect(film).toMatchObject({ header: '1a45dfa3', width: 1280, height: 720 })
  expect(film.seconds).toBeCloseTo((2 * AROUND_MS) / 4000, 1)
  // Houses and a strip are seen, and from the first picture to the last an alarm came and a clock went on.
  expect(film.spread).toBeGreaterThan(9)
  expect(film.other.scene).toBeGreaterThan(100)
  expect(film.other.nothing).toBe(0)
  // A digit at least, of ten points' height.
  expect(film.other.clock).toBeGreaterThan(15)
  expect(film.other.counts).toBeGreaterThan(15)
  await page.locator('.film-done button').click()
  expect(seat.complaints).toEqual([])
})

test('without WebCodecs it is recorded as it passes, and its length is as it should be', async () => {
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'VideoEncoder')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: LONG }), begin(8, '只能边放边录')])
  expect(download.suggestedFilename()).toMatch(/\.webm$/)
  const film = await filmOf(page, [...(await readFile(await download.path()))])
  expect(film).toMatchObject({ header: '1a45dfa3', width: 1280, height: 720 })
  expect(film.seconds).toBeCloseTo((2 * AROUND_MS) / 8000 + 0.05, 1)
  expect(film.other.nothing).toBe(0)
  expect(film.other.clock).toBeGreaterThan(15)
  expect(film.other.counts).toBeGreaterThan(15)
  await page.locator('.film-done button').click()
  expect(seat.complaints).toEqual([])
})

test('whoever cancels has no film, and all is as before; who can make none is told what to do', async () => {
  const before = await playhead()
  await begin(0.1)
  await page.locator('.film-progress').getByRole('button', { name: '取消' }).click()
  await page.getByText('已取消，没有保存影片').waitFor()
  expect(await playhead()).toBe(before)
  expect(await page.getByRole('button', { name: '播放', exact: true }).isEnabled()).toBe(true)
  await page.evaluate(() => Reflect.deleteProperty(window, 'MediaRecorder'))
  await page.getByRole('button', { name: '制作影片…' }).click()
  const dialog = page.getByRole('dialog', { name: '制作场景影片' })
  await dialog.getByText('此浏览器不能制作影片').waitFor()
  expect(await dialog.getByRole('button', { name: '开始制作' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(seat.complaints).toEqual([])
})

function playhead(): Promise<string | null> {
  return page.locator('.past-timeline canvas').getAttribute('aria-valuenow')
}

async function begin(speed: number, hint?: string): Promise<void> {
  await page.getByRole('button', { name: '制作影片…' }).click()
  const dialog = page.getByRole('dialog', { name: '制作场景影片' })
  for (const [name, at] of [
    ['开始', alarmAt - AROUND_MS],
    ['结束', alarmAt + AROUND_MS],
  ] as const)
    await dialog.getByLabel(name).fill(await localTime(at))
  await dialog.getByLabel('速度').selectOption(`${speed}`)
  await dialog.getByLabel('每秒帧数').selectOption('5')
  if (hint) await dialog.getByText(hint).waitFor()
  await dialog.getByRole('button', { name: '开始制作' }).click()
}

/** As a field of the page wants it. */
function localTime(at: number): Promise<string> {
  return page.evaluate(
    (time) => new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 19),
    at,
  )
}
