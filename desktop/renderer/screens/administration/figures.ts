const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** 1536 is 1.5 KB: two or three figures, as one reads them aloud. */
export function bytes(count: number): string {
  let value = count
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`
}

interface Words {
  days(d: number, h: number): string
  hours(h: number, m: number): string
  minutes(m: number): string
}

export function duration(ms: number, words: Words): string {
  const minutes = Math.floor(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return words.days(Math.floor(hours / 24), hours % 24)
  return hours > 0 ? words.hours(hours, minutes % 60) : words.minutes(minutes)
}
