import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

const PANELS = [
  'alarms',
  'detail',
  'devices',
  'maps',
  'board',
  'attention',
  'alarm-trend',
  'helpers',
  'cameras',
  'trends',
  'tracks',
  'events',
]
const STATES = ['waiting', 'empty', 'calm', 'alarms', 'long', 'flood', 'lost', 'failing', 'denied']
const SIZES = ['260 × 400', '960 × 640']

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

test('every panel in every state: something is to be seen, nothing is wider than its frame, and no error', async () => {
  const seat = await openSeat(browser, `${center.url}?sandbox`, { width: 1400, height: 760 })
  const { page, complaints } = seat
  await page.locator('.sandbox-frame .panel').waitFor()
  const all = await page
    .locator('.sandbox nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  // A panel that is new is looked at as well.
  expect(all).toEqual(PANELS.flatMap((panel) => [...STATES, 'throws'].map((state) => `#${panel}/${state}`)))
  const wrong: string[] = []
  for (const size of SIZES) {
    await page.getByRole('button', { name: size }).click()
    for (const panel of PANELS)
      for (const state of STATES) {
        await go(page, panel, state)
        const fault = await faultOf(page)
        if (fault) wrong.push(`${panel}/${state} at ${size}: ${fault}`)
      }
  }
  expect(wrong).toEqual([])
  expect(complaints).toEqual([])
  await seat.context.close()
})

test('a panel that throws says so, and only it; asked again it tries again', async () => {
  const seat = await openSeat(browser, `${center.url}?sandbox#board/throws`, { width: 1400, height: 760 })
  const { page } = seat
  await page.locator('.panel-failed', { hasText: '这个面板出错了，其余照常可用' }).waitFor()
  const fold = page.locator('.panel-failed details')
  expect(await fold.locator('pre').isVisible()).toBe(false)
  await fold.getByText('出错信息').click()
  expect(await fold.locator('pre').textContent()).toContain('the sandbox asked for it')
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.locator('.panel-failed').waitFor()
  await go(page, 'board', 'alarms')
  await page.locator('.board-row').first().waitFor()
  await seat.context.close()
})

test('ten thousand devices and five hundred characters: lists stay short in the page, texts stay in their frames', async () => {
  const seat = await openSeat(browser, `${center.url}?sandbox#devices/flood`, { width: 1400, height: 760 })
  const { page } = seat
  await page.locator('.devices-list [role=option]').first().waitFor()
  expect(await page.locator('.devices-list [role=option]').count()).toBeLessThan(60)
  await go(page, 'alarms', 'flood')
  await page.locator('.alarm').first().waitFor()
  expect(await page.locator('.alarm').count()).toBeLessThan(60)
  await go(page, 'detail', 'long')
  await page.locator('.card').first().waitFor()
  expect(await faultOf(page)).toBeUndefined()
  await seat.context.close()
})

test('curves of two devices in one chart: picked, looked at closer, taken away as files, and there again after a reload', async () => {
  const [minute, now] = [60_000, Date.now()]
  const [smoke, water] = [await center.device('smoke-detector-b19-f03'), await center.device('water-level-b49-b1')]
  for (let i = 40; i >= 0; i--) {
    await smoke.sends({ smoke: i === 20 ? 3.21 : 1, temperature: 20 }, now - i * minute)
    if (i % 2 === 0) await water.sends({ level: 5 + i / 10 }, now - i * minute)
  }
  const seat = await openSeat(browser, center.url)
  const { page } = seat
  await signInAs(seat, '值班员')
  // From the card of a device: the chart comes along.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('smoke-detector-b19-f03')
  await page.locator('.search-row').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '加入趋势图' }).click()
  const panel = page.locator('.panel[data-panel=trends]')
  await panel.getByRole('button', { name: '添加曲线' }).click()
  await panel.getByRole('searchbox').fill('water-level-b49-b1')
  await panel.getByRole('button', { name: /^添加 .+ 的水位$/ }).click()
  await panel.getByRole('button', { name: '收起' }).click()
  const chart = panel.getByRole('img')
  const label = () => chart.getAttribute('aria-label')
  await expect
    .poll(label)
    .toMatch(/^2 条曲线.*烟雾浓度: 最低 1.00 %\/m · 最高 3.21 %\/m; .*水位: 最低 5.0 cm · 最高 9.0 cm$/)

  const lengthOf = async () => {
    const [from, to] = (await label())?.match(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g) ?? []
    return (Date.parse(to ?? '') - Date.parse(from ?? '')) / minute
  }
  expect(await lengthOf()).toBe(60)
  const { x, y, width, height } = await boxOf(chart)
  await page.mouse.move(x + width * 0.5, y + height * 0.5)
  await page.mouse.wheel(0, -100)
  await expect.poll(lengthOf).toBeCloseTo(48, 0)
  // Across the last third, where the spike is not.
  await page.mouse.move(x + width * 0.75, y + height * 0.5)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.95, y + height * 0.5, { steps: 3 })
  await page.mouse.up()
  await expect.poll(lengthOf).toBeLessThan(15)
  await expect.poll(label).toContain('烟雾浓度: 最低 1.00 %/m · 最高 1.00 %/m')
  await panel.getByRole('button', { name: '返回上一范围' }).click()
  await expect.poll(lengthOf).toBeCloseTo(48, 0)
  await page.mouse.dblclick(x + width * 0.5, y + height * 0.5)
  await expect.poll(lengthOf).toBe(60)

  const lines = (await savedBy(page, panel.getByRole('button', { name: '导出数据' })))
    .toString()
    .trimEnd()
    .split('\r\n')
  expect(lines[0]).toBe('\ufeff设备,编号,指标,单位,时间,数值')
  expect(lines).toHaveLength(1 + 41 + 21)
  expect(lines.filter((line) => line.endsWith(',3.21'))).toHaveLength(1)
  const picture = await savedBy(page, panel.getByRole('button', { name: '保存图片' }))
  expect(picture.subarray(1, 4).toString()).toBe('PNG')

  await page.getByRole('button', { name: 'English' }).click()
  await page.reload()
  await expect.poll(label).toMatch(/^2 curves, .*Smoke: min 1.00 %\/m · max 3.21 %\/m; .*Level: min 5.0 cm/)
  await panel.getByRole('button', { name: /^Remove .*Smoke$/ }).click()
  await expect.poll(label).toMatch(/^1 curve, /)
  expect(seat.complaints).toEqual([])
  await seat.context.close()
})

/** What a button gives to be kept. */
async function savedBy(page: Page, button: Locator): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await button.click()
  return readFile(await (await coming).path())
}

async function boxOf(of: Locator) {
  return (await of.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
}

async function go(page: Page, panel: string, state: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `${panel}/${state}`)
  await page.locator(`.sandbox nav a[href="#${panel}/${state}"][aria-current=page]`).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Blank, wider than its frame, or broken. */
function faultOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const frame = document.querySelector('.sandbox-frame')
    const panel = frame?.querySelector('.panel') as HTMLElement | null | undefined
    if (!frame || !panel) return frame?.querySelector('.panel-failed') ? 'it threw' : 'it is not there'
    if (!panel.innerText.trim() && !panel.querySelector('canvas, svg')) return 'blank'
    const edge = frame.getBoundingClientRect().right + 1
    for (const one of panel.querySelectorAll<HTMLElement>('*')) {
      const { right, width } = one.getBoundingClientRect()
      if (width === 0 || right <= edge) continue
      // What scrolls or is shortened on purpose lies in something that ends within.
      let within: HTMLElement | null = one.parentElement
      while (within && within !== panel.parentElement && getComputedStyle(within).overflowX === 'visible')
        within = within.parentElement
      if (!within || within === panel.parentElement) return `${one.className || one.tagName} sticks out`
    }
    return undefined
  })
}
