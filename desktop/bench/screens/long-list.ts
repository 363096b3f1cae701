import type { Page } from 'playwright-core'
import type { Device } from '#shared/world/devices.ts'
import { type Record, round } from '../../../scripts/bench/bench.ts'
import { openBrowser, openSeat, signInAs } from '../../e2e/testing/browser.ts'
import { TestCenter } from '../../e2e/testing/center.ts'
import { deceive } from '../../e2e/testing/faults.ts'
import { SIZE } from '../browsers.ts'
import type { BenchPages } from '../pages.ts'

const MANY = 10_000
const FRAMES = 180
const ROUNDS = 3
const LIST = '.devices-list'

/** Scrolling ten thousand devices, against the same gesture where there is nothing. */
export async function measureLongList(pages: BenchPages, record: Record): Promise<void> {
  const center = await TestCenter.start('--pages', pages.renderer)
  const browser = await openBrowser({ webgl: false })
  try {
    const seat = await openSeat(browser, center.url, SIZE)
    const { page } = seat
    await deceive(page, { state: ({ world }) => fill(world.tables.devices as [string, Device][]) })
    await page.reload()
    await signInAs(seat, '指挥员')
    await page.getByRole('button', { name: '布局', exact: true }).click()
    await page.getByRole('checkbox', { name: '设备', exact: true }).check()
    await page.keyboard.press('Escape')
    const search = page.locator('.devices').getByRole('searchbox')
    const row = page.locator(LIST).getByRole('option').first()
    const rates: { full: number; empty: number }[] = []
    for (let i = 0; i < ROUNDS; i++) {
      await search.fill('')
      await row.waitFor()
      const full = await scroll(page)
      await search.fill('no such thing')
      await row.waitFor({ state: 'detached' })
      rates.push({ full, empty: await scroll(page) })
    }
    const best = (of: 'full' | 'empty') => Math.max(...rates.map((rate) => rate[of]))
    const ratio = best('full') / best('empty')
    record({
      name: 'screens.list_10k',
      value: round(best('full'), 1),
      unit: `pictures/s while ${MANY} rows scroll`,
      against: `an empty list ${round(best('empty'), 1)}`,
      ratio: round(ratio),
      target: 'ratio >= 0.9',
      met: ratio >= 0.9,
    })
  } finally {
    await browser.close()
    await center.close()
  }
}

function fill(devices: [string, Device][]): void {
  const [, sample] = devices[0] as [string, Device]
  for (let i = devices.length; i < MANY; i++)
    devices.push([`more-${i}`, { ...sample, device: `more-${i}`, name: `补充设备${i}` }])
}

/** Pictures a second while a list is scrolled at each of them by nearly its height. */
function scroll(page: Page): Promise<number> {
  // As text: what a compiler adds to a named function is not known in the page.
  return page.evaluate(`new Promise((resolve) => {
    const list = document.querySelector('${LIST}')
    let drawn = 0
    let from = 0
    const step = (now) => {
      if (drawn === 0) from = now
      if (drawn++ === ${FRAMES}) return resolve((${FRAMES} * 1000) / (now - from))
      list.scrollTop += list.clientHeight * 0.8
      requestAnimationFrame(step)
    }
    list.scrollTop = 0
    requestAnimationFrame(step)
  })`)
}
