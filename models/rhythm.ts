/** How a day goes, for simulated devices. Hours run from 0 to 24 and wrap. */

/** 1 at the peak hour, towards 0 a few widths away. */
export function around(hour: number, peak: number, width: number): number {
  const away = Math.abs(hour - peak)
  return Math.exp(-((Math.min(away, 24 - away) / width) ** 2))
}

/** How much of a household is up and using things: a small peak in the morning, a large one in the evening. */
export function homeLife(hour: number): number {
  return 0.1 + 0.4 * around(hour, 7.5, 1.5) + 0.25 * around(hour, 12, 1.2) + 0.65 * around(hour, 19.5, 2.5)
}

/** How busy ways and doors are: people go out in the morning and come home in the evening. */
export function comingAndGoing(hour: number): number {
  return 0.05 + 0.8 * around(hour, 8, 1.3) + 0.35 * around(hour, 12, 2) + 0.9 * around(hour, 18, 2)
}

/** 0 at night, 1 at noon. */
export function daylight(hour: number): number {
  return Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI))
}

/** Temperature outside on a mild day: coldest before dawn, warmest after noon. */
export function outside(hour: number): number {
  return 22 + 5 * Math.sin(((hour - 9) / 24) * 2 * Math.PI)
}

/** Share of the day's use that is behind us, 0 at midnight to 1: what a meter's "today" grows along. */
export function shareOfDay(hour: number): number {
  const rise = (at: number, width: number) => 1 / (1 + Math.exp((at - hour) / width))
  const grown = (h: number) => 0.1 * (h / 24) + 0.3 * rise(7.5, 0.8) + 0.6 * rise(19.5, 1.4)
  return Math.min(1, Math.max(0, grown(hour)))
}
