import type { Page } from 'playwright-core'
import { openBrowser, signInAs } from '../e2e/testing/browser.ts'
import type { TestCenter } from '../e2e/testing/center.ts'
import { type Own, openAlone, SIZE } from './browsers.ts'

/** What a page keeps of somebody who has signed in. */
export async function sessionOf(center: TestCenter): Promise<string> {
  const seat = await openAlone(center.url)
  try {
    await signInAs(seat, '值班员')
    return await seat.page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  } finally {
    await seat.close()
  }
}

interface Fresh {
  url: string
  /** Something of the page: when it is there, and drawn, is noted. */
  until: string
  session?: string
  webgl?: boolean
}

/** A browser that has never been here, with somebody who is signed in. */
export async function openFresh({ url, until, session = '{}', webgl = true }: Fresh): Promise<Own> {
  const browser = await openBrowser({ webgl })
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.addInitScript(
    ([session, until]) => {
      for (const [key, value] of Object.entries(JSON.parse(session))) sessionStorage.setItem(key, String(value))
      const watcher = new MutationObserver(() => {
        if (!document.querySelector(until)) return
        watcher.disconnect()
        requestAnimationFrame((now) => Object.assign(window, { firstThere: now }))
      })
      watcher.observe(document, { subtree: true, childList: true, attributes: true })
    },
    [session, until] as const,
  )
  await page.goto(url)
  return { browser, context, page, complaints: [], close: () => browser.close() }
}

/** Milliseconds from the navigation to the picture with what was waited for. */
export async function firstThere(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => (window as { firstThere?: number }).firstThere, undefined, {
    timeout: 60_000,
  })
  return (await found.jsonValue()) as number
}
