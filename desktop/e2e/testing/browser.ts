import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../launch/browsers.ts'
import { thisMachine } from '../../launch/this-machine.ts'

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]
const SOFTWARE_WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** A real Chromium, with software WebGL or with none. */
export async function openBrowser({ webgl = true } = {}): Promise<Browser> {
  const executablePath = findBrowser(thisMachine())
  if (!executablePath)
    throw new Error('no Chromium, Chrome or Edge on this machine: install one, or name it in ANKAN_BROWSER')
  return chromium.launch({ executablePath, args: [...FLAGS, ...(webgl ? SOFTWARE_WEBGL : ['--disable-3d-apis'])] })
}

export interface Seat {
  page: Page
  context: BrowserContext
  /** Whatever the page complained of. */
  complaints: string[]
}

/** One person's screen: its own storage, its own session. */
export async function openSeat(browser: Browser, url: string, size = { width: 1600, height: 900 }): Promise<Seat> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') complaints.push(`asked ${request.url()}`)
  })
  await page.goto(url)
  return { page, context, complaints }
}

export type DemoRole = '指挥员' | '值班员' | '大屏' | '管理员'

export async function signInAs({ page }: Seat, role: DemoRole): Promise<void> {
  await page.locator('.entrance-demo button', { hasText: role }).click()
  await page.locator('.band.live').waitFor()
}

/** How many pixels of a part of the page are of a colour, within a small tolerance. */
export async function countPixels(page: Page, selector: string, color: [number, number, number]): Promise<number> {
  const png = await page.locator(selector).screenshot()
  return page.evaluate(
    async ([data, [r, g, b]]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data as string), (c) => c.charCodeAt(0))]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height)
      let count = 0
      for (let i = 0; i < pixels.length; i += 4) {
        const away = Math.abs((pixels[i] as number) - r) + Math.abs((pixels[i + 1] as number) - g)
        if (away + Math.abs((pixels[i + 2] as number) - b) < 24) count++
      }
      return count
    },
    [png.toString('base64'), color] as const,
  )
}
