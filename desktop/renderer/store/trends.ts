import { z } from 'zod'
import { createStore } from 'zustand/vanilla'
import { MOST_TRENDS } from '#shared/contract/trends.ts'

const HOUR = 3_600_000
/** How far a chart looks back, that ends now. */
export const WINDOWS = [HOUR, 6 * HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR, 365 * 24 * HOUR] as const

const Traced = z.object({
  device: z.string().min(1).max(64),
  metric: z.string().min(1).max(40),
  /** Which of the colours; it stays when others go. */
  color: z
    .number()
    .int()
    .min(0)
    .max(MOST_TRENDS - 1),
})
export type Traced = z.infer<typeof Traced>
const Kept = z.object({ traced: z.array(Traced).max(MOST_TRENDS), window: z.literal(WINDOWS) })

/** The curves that are looked at together: what is picked, by whichever panel, and how far back. */
export interface Trends {
  account: string | undefined
  traced: readonly Traced[]
  window: number
  /** Counts up when somebody wants to see them. */
  calls: number
}

const NONE = { account: undefined, traced: [], window: WINDOWS[0] }

export const trends = createStore<Trends>(() => ({ ...NONE, calls: 0 }))

export function isTraced({ traced }: Trends, device: string, metric: string): boolean {
  return traced.some((one) => one.device === device && one.metric === metric)
}

/** False: there is no room for another. One that is there already is only called up. */
export function trace(device: string, metric: string): boolean {
  const state = trends.getState()
  const { traced, calls } = state
  if (isTraced(state, device, metric)) {
    trends.setState({ calls: calls + 1 })
    return true
  }
  if (traced.length >= MOST_TRENDS) return false
  const taken = new Set(traced.map(({ color }) => color))
  const color = Array.from({ length: MOST_TRENDS }, (_, i) => i).find((i) => !taken.has(i)) ?? 0
  change({ traced: [...traced, { device, metric, color }], calls: calls + 1 })
  return true
}

export function untrace(device: string, metric: string): void {
  const { traced } = trends.getState()
  change({ traced: traced.filter((one) => one.device !== device || one.metric !== metric) })
}

export function lookBack(window: number): void {
  change({ window })
}

function change(part: Partial<Trends>): void {
  trends.setState(part)
  const { account, traced, window } = trends.getState()
  if (account === undefined) return
  try {
    localStorage.setItem(keyOf(account), JSON.stringify({ traced, window }))
  } catch {
    // Without storage they last as long as the page.
  }
}

/** As this account left them, on this machine. */
export function recallTrends(account: string): void {
  trends.setState({ ...NONE, ...kept(account), account })
}

/** Another person may sit here next. */
export function forgetTrends(): void {
  trends.setState(NONE)
}

function kept(account: string): z.infer<typeof Kept> | undefined {
  try {
    const { data } = Kept.safeParse(JSON.parse(localStorage.getItem(keyOf(account)) ?? 'null'))
    // Told twice it would be drawn twice, and in one colour two were the same.
    const isOnce = (of: (one: Traced) => unknown) => new Set(data?.traced.map(of)).size === data?.traced.length
    return isOnce(({ device, metric }) => `${device}\n${metric}`) && isOnce(({ color }) => color) ? data : undefined
  } catch {
    return undefined
  }
}

function keyOf(account: string): string {
  return `ankan.trends.${account}`
}
