/** Said instead of a number of decimals: kept bit by bit. */
export const RAW = 255
const MOST_DIGITS = 6
const LARGEST_WHOLE = 2 ** 51

/** How many decimals all values need to come back to the very same bits; RAW when that is not to be had. */
export function decimalDigits(values: readonly number[]): number {
  let digits = 0
  for (const value of values) {
    while (!comesBack(value, 10 ** digits)) if (++digits > MOST_DIGITS) return RAW
  }
  // More digits than a value needed must not spoil it.
  for (const value of values) if (!comesBack(value, 10 ** digits)) return RAW
  return digits
}

function comesBack(value: number, scale: number): boolean {
  const whole = Math.round(value * scale)
  return Math.abs(whole) < LARGEST_WHOLE && Object.is(whole / scale, value) && !Object.is(value, -0)
}
