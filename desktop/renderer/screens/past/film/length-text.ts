/** 0:07, 12:30, 1:00:05: reads the same in both languages. */
export function lengthText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
