import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'
import { raiseAlarms, shoot } from './shots.ts'

/** What goes wrong: no server, no graphics, a panel that throws, a small window, long texts, a machine without a server. */
const browser = await openBrowser({ webgl: false })
const center = await TestCenter.start()
await raiseAlarms(center)

const small = await openSeat(browser, center.url, { width: 1366, height: 768 })
await signInAs(small, '指挥员')
await small.page.getByRole('button', { name: 'English' }).click()
await small.page.locator('.alarm').first().click()
await small.page.locator('.trend-chart canvas').waitFor()
await shoot(small.page, 'desk-small-no-webgl.en')
await small.page.setViewportSize({ width: 683, height: 384 })
await small.page.locator('.stacked').waitFor()
await shoot(small.page, 'desk-zoomed-200.en')
await small.context.close()

const administrator = await openSeat(browser, center.url, { width: 1366, height: 768 })
await signInAs(administrator, '管理员')
await administrator.page.getByRole('button', { name: 'English' }).click()
await administrator.page.getByRole('button', { name: 'Administration' }).click()
await administrator.page.locator('.ant-table-row').first().waitFor()
await shoot(administrator.page, 'administration.en')
await administrator.context.close()

const panels = await openSeat(browser, `${center.url}?sandbox#detail/long`, { width: 900, height: 760 })
await panels.page.locator('.sandbox-frame .card').first().waitFor()
await shoot(panels.page, 'panel-long-texts.zh')
await panels.page.goto(`${center.url}?sandbox#board/throws`)
await panels.page.locator('.panel-failed').waitFor()
await shoot(panels.page, 'panel-failed.zh')
await panels.context.close()

const machine = await browser.newPage({ locale: 'zh-CN', viewport: { width: 720, height: 620 } })
const problem = 'port 8040 (HTTP) is in use on 127.0.0.1. End the program that uses it, or choose another port.'
const read = JSON.stringify({ settings: { kiosk: true, autostart: true }, launched: false, problem })
// As text: what a compiler adds to a function is not known in the page.
await machine.addInitScript(`window.ankan = { ask: async () => (${read}), on: () => () => {} }`)
await machine.goto(`${center.url}?shell=settings`)
await machine.locator('.machine-problem').waitFor()
await shoot(machine, 'machine.zh')
await machine.close()

const wall = await openSeat(browser, `${center.url}?screen=big`, { width: 1920, height: 1080 })
await signInAs(wall, '大屏')
await wall.page.locator('.board-row').nth(3).waitFor()
await center.down()
await wall.page.locator('.band.lost').waitFor()
await shoot(wall.page, 'big-lost.zh')
await browser.close()
await center.close()
