import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/browser.ts'
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

/** The page as a window of Electron has it: with the bridge, whose other end writes down what it is asked. */
async function inShell(
  state: object,
  address = '?shell=settings',
): Promise<{ page: Page; asked(): Promise<unknown[]> }> {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 720, height: 620 } })
  await page.addInitScript(
    ({ read, server }) => {
      const asked: unknown[] = []
      const answers: Record<string, unknown> = { 'machine:read': read, 'settings:read': { server } }
      const ask = async (...args: unknown[]) => {
        asked.push(args)
        return answers[args[0] as string]
      }
      Object.assign(window, { asked, ankan: { ask, on: () => () => {} } })
    },
    { read: state, server: new URL(await serverOf()).origin },
  )
  await page.goto(center.url + address)
  return { page, asked: () => page.evaluate('window.asked') }
}

async function serverOf(): Promise<string> {
  const settings = (await (await fetch(new URL('settings.json', center.url))).json()) as { server: string }
  return settings.server
}

test('what is set for this machine is read, checked, and handed over', async () => {
  const { page, asked } = await inShell({ settings: { kiosk: true, autostart: false }, launched: false })
  const server = page.getByLabel('服务器地址')
  await server.waitFor()
  expect(await page.getByLabel('窗口占满屏幕').isChecked()).toBe(true)
  await server.fill('192.168.1')
  expect(await page.getByText('请输入完整地址').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: '保存并重新启动' }).isDisabled()).toBe(true)
  await server.fill(' http://192.168.1.10:8040/somewhere ')
  await page.getByLabel('开机后自动启动').check()
  await page.keyboard.press('Enter')
  await expect
    .poll(asked)
    .toContainEqual(['machine:save', { server: 'http://192.168.1.10:8040', kiosk: true, autostart: true }])
  await page.close()
})

test('why the program did not start is told there, in both languages', async () => {
  const problem = 'port 8040 (HTTP) is in use on 127.0.0.1. '.repeat(12)
  const { page } = await inShell({ settings: { kiosk: false, autostart: false }, launched: false, problem })
  await page.getByText('服务器没有启动').waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('The server did not start').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await page.close()
})

test('in a window of the program more can be done by its name', async () => {
  const { page, asked } = await inShell({}, '')
  await page.setViewportSize({ width: 1400, height: 800 })
  await page.locator('.entrance-demo button', { hasText: '指挥员' }).click()
  await page.locator('.band.live').waitFor()
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('新窗口 大屏')
  await page.locator('.search-row', { hasText: '在新窗口打开大屏' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(asked).toContainEqual(['window:open', 'big'])
  await page.close()
})
