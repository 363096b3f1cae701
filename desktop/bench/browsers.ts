import { readdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { cpuSeconds } from '../../server/bench/cpu.ts'
import { openBrowser, openSeat, type Seat } from '../e2e/testing/browser.ts'

export const SIZE = { width: 1280, height: 720 }

/** A browser of its own for one page: nothing of another page is kept, and its processes are counted apart. */
export interface Own extends Seat {
  browser: Browser
  close(): Promise<void>
}

export async function openAlone(url: string): Promise<Own> {
  const browser = await openBrowser()
  const seat = await openSeat(browser, url, SIZE)
  return { ...seat, browser, close: () => browser.close() }
}

export async function isThere({ page, complaints }: Seat, name: 'ours' | 'bare'): Promise<void> {
  await page
    .waitForFunction((name) => name in window, name, { timeout: 30_000 })
    .catch((error) => Promise.reject(new Error(`${error.message}\n${complaints.join('\n')}`)))
  await page.evaluate((name) => (name === 'ours' ? window.ours : window.bare).whole(), name)
}

/** Processor time of all processes of a browser, in seconds. */
export async function cpuOf(browser: Browser): Promise<() => number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const root = processInfo.find(({ type }) => type === 'browser')?.id
  if (root === undefined) throw new Error('the browser does not tell its process')
  return () => treeOf(root).reduce((sum, pid) => sum + (parentOf(String(pid)) === undefined ? 0 : cpuSeconds(pid)), 0)
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) {
      const parent = parentOf(name)
      if (parent !== undefined) parents.set(Number(name), parent)
    }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}
