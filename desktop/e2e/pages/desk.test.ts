import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '#shared/contract/audit.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const SMOKE = 'smoke-detector-b19-f03'
const SOS = 'sos-button-b19-f01'

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

/** What leaves for the loudspeaker, measured where it leaves, and what the system is asked to show. */
const WATCH = `
  window.loudest = 0
  window.sounds = 0
  window.messages = []
  const connect = AudioNode.prototype.connect
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to === this.context.destination) {
      window.sounds++
      const ear = this.context.createAnalyser()
      connect.call(this, ear)
      const wave = new Float32Array(ear.fftSize)
      const listen = setInterval(() => {
        ear.getFloatTimeDomainData(wave)
        for (const value of wave) window.loudest = Math.max(window.loudest, Math.abs(value))
      }, 10)
      setTimeout(() => clearInterval(listen), 2000)
    }
    return connect.call(this, to, ...rest)
  }
  const Before = window.Notification
  window.Notification = class extends Before {
    constructor(title, options) {
      super(title, options)
      window.messages.push(title + ' | ' + options.body)
    }
  }
  document.hasFocus = () => window.looksElsewhere !== true
`

test('an alarm is heard until it is muted, and called from behind other windows', async () => {
  const seat = await openSeat(browser, 'about:blank')
  const { page, context } = seat
  await context.grantPermissions(['notifications'], { origin: new URL(center.url).origin })
  await context.addInitScript(WATCH)
  await page.goto(center.url)
  await signInAs(seat, '值班员')
  const loudest = async () => {
    const heard = (await page.evaluate('window.loudest')) as number
    await page.evaluate('window.loudest = 0')
    return heard
  }
  expect(await loudest()).toBe(0)

  const smoke = await center.device(SMOKE)
  await smoke.sends({ smoke: 12.5, temperature: 41 })
  await page.locator('.alarm.unacknowledged').waitFor()
  await expect.poll(loudest, { timeout: 5000 }).toBeGreaterThan(0.05)
  // And again, because nobody has acknowledged it.
  await expect.poll(() => page.evaluate('window.sounds'), { timeout: 9000 }).toBe(2)
  await expect.poll(loudest, { timeout: 9000 }).toBeGreaterThan(0.05)

  const button = page.locator('.sound-button')
  await button.click()
  await page.locator('.sound-drawer').getByLabel('窗口不在前面时弹出系统通知').check()
  await page.getByRole('button', { name: '静音 10 分钟' }).click()
  await page.keyboard.press('Escape')
  await page.locator('.sound-drawer').waitFor({ state: 'detached' })
  expect(await button.textContent()).toMatch(/^静音至 (\d\d-\d\d )?\d\d:\d\d$/)

  await page.evaluate('window.looksElsewhere = true')
  await expect.poll(loudest).toBe(0)
  await (await center.device(SOS)).sends({ pressed: 1, battery: 81 })
  await expect
    .poll(() => page.evaluate('window.messages'))
    .toEqual([expect.stringMatching(/Ⅱ级 重大 · .+ \| 居民紧急求助/)])
  expect(await loudest()).toBe(0)

  // The choice is kept on this machine, and a mute that goes on is in sight.
  await page.reload()
  await page.locator('.sound-button.missed', { hasText: '静音至' }).waitFor()
  await page.locator('.sound-button').click()
  await page.getByRole('button', { name: '恢复声音' }).click()
  await expect.poll(loudest, { timeout: 9000 }).toBeGreaterThan(0.05)
  await context.close()
})

test('anything is found as one types: names, pinyin, codes; the keys lead there', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '指挥员')
  const rows = page.locator('.search-row')
  const first = rows.first()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('jxxl3d')
  await first.filter({ hasText: '锦绣西里3栋' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.card h3', { hasText: '锦绣西里3栋' }).waitFor()
  await rows.first().waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await page.keyboard.type(SMOKE)
  await first.filter({ hasText: '报警' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.card', { hasText: '烟雾浓度' }).waitFor()

  // What only the server knows: the homes of a house, by the number on the door.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('jxxl3d 301')
  await first.filter({ hasText: /锦绣西里3栋 3 层 301.*房间/s }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.card', { hasText: '301' }).waitFor()

  // A Beidou grid code, begun: what lies in that cell.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('N50F')
  await page.locator('.search-count', { hasText: '前 40 项，还有更多' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('没有这样的东西')
  await page.locator('.search-count', { hasText: '没有找到' }).waitFor()

  // A question mark that is typed is one; elsewhere it opens the sheet of keys.
  await page.keyboard.type('?')
  expect(await page.locator('.keys').isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.type('?')
  await page.locator('.keys kbd', { hasText: 'Ctrl+K' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.keys kbd').first().waitFor({ state: 'hidden' })
  await seat.context.close()
})

test('whatever can be done is done by its name, and where somebody lives is found by those who may', async () => {
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '指挥员')
  const first = page.locator('.search-row').first()
  await page.keyboard.press('Control+Shift+P')
  await page.locator('.search-row', { hasText: '打开面板：设备' }).waitFor()
  await page.keyboard.type('dkmb sb')
  await first.filter({ hasText: '打开面板：设备' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.panel[data-panel=devices]').waitFor()
  // Without the sign it is found among all else.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('关闭面板 设备')
  await page.keyboard.press('Enter')
  await page.locator('.panel[data-panel=devices]').waitFor({ state: 'detached' })
  // A thematic map brings its figures along.
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('品质')
  await page.keyboard.press('Enter')
  await page.locator('.maps-choice [aria-pressed=true]', { hasText: '品质' }).waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('陈')
  const offer = page.locator('.search-row', { hasText: '按姓名查找居民“陈”' })
  await offer.waitFor()
  await offer.click()
  const people = page.locator('.search-row', { hasText: '居民' })
  await people.nth(2).waitFor()
  expect(await people.first().locator('strong').textContent()).toContain('陈')
  await people.first().click()
  await page.locator('.card', { hasText: '居住人员' }).waitFor()
  const { entries } = await center.ask(listAudit, { call: 'people:find', limit: 10 }, 'administrator')
  expect(entries.map(({ input, result }) => [input, result])).toEqual([[{ name: '陈', most: 20 }, 'done']])
  // Another name, another answer: nobody of the first stays.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('查无此人')
  expect(await page.locator('.search-row strong', { hasText: '陈' }).count()).toBe(0)
  await page.locator('.search-row', { hasText: '按姓名查找' }).click()
  await page.locator('.search-count', { hasText: '没有登记姓名含“查无此人”的居民' }).waitFor()
  await seat.context.close()

  const operator = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  await operator.page.keyboard.press('Control+k')
  await operator.page.keyboard.type('陈')
  await operator.page.locator('.search-count').waitFor()
  expect(await operator.page.locator('.search-row', { hasText: '按姓名' }).count()).toBe(0)
  await operator.context.close()
})

test('after a visit to administration the card of an alarm has its room', async () => {
  const home = await TestCenter.start()
  try {
    const seat = await openSeat(browser, home.url, { width: 1600, height: 900 })
    const { page } = seat
    await signInAs(seat, '管理员')
    await (await home.device(SMOKE)).sends({ smoke: 20 })
    await page.locator('[data-alarm]').waitFor()
    await page.getByRole('button', { name: '系统管理' }).first().click()
    await page.locator('.alarm-strip button').click()
    const card = page.locator('[data-panel=detail]').first()
    await card.waitFor()
    await expect.poll(async () => (await card.boundingBox())?.width ?? 0).toBeGreaterThan(250)
    expect(seat.complaints).toEqual([])
  } finally {
    await home.close()
  }
})
