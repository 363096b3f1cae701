/** Hours, and how many of those who have a lamp then have it lit if it is dark. Wraps around midnight. */
const HABITS: readonly (readonly [hour: number, lit: number])[] = [
  [0, 0.5],
  [1, 0.22],
  [2.5, 0.12],
  [5.25, 0.12],
  [6.75, 0.5],
  [8, 0.6],
  [16, 0.6],
  [17.5, 0.75],
  [19, 1],
  [22.75, 1],
  [24, 0.5],
]

/** How many windows are lit at an hour, by how dark it is (0 to 1). */
export function windowsLit(hour: number, dark: number): number {
  const h = ((hour % 24) + 24) % 24
  const next = HABITS.findIndex(([at]) => at > h)
  const [from, a] = HABITS[next - 1] as (typeof HABITS)[number]
  const [to, b] = HABITS[next] as (typeof HABITS)[number]
  const share = (h - from) / (to - from)
  return dark * (a + (b - a) * share * share * (3 - 2 * share))
}
