const STEP = 1000
const UNITS = ['B', 'kB', 'MB', 'GB']

/** A size as people say it. */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0]
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP
    unit++
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`
}
