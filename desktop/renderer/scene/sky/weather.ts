/** The sky over the place, as far as it is drawn. */
export interface Weather {
  kind: 'clear' | 'cloudy' | 'fog' | 'rain'
  /** Of its kind, 0 to 1. */
  strength: number
  /** m/s. */
  wind: number
  /** Degrees clockwise from north that the wind comes from, where it is measured. */
  from?: number
}

export const CLEAR: Weather = { kind: 'clear', strength: 0, wind: 0 }

/** What a weather station says, by its metrics' names. */
export type StationValues = Readonly<Record<string, number | undefined>>

/** A gauge tips 0.1 or 0.2 mm at a time: less is dew, or a gauge that was cleaned. */
const DRIZZLE = 0.1
/**
 * Upper ends of the grades of rain of an hour (mm), after the grading of GB/T 28592 as weather services apply it to an
 * hour: light, moderate, heavy, torrential. Eyes judge by grade, not by millimetres, so each grade is a step alike.
 */
const GRADES = [2.5, 8, 16, 50] as const
/** Air this damp, and this still, holds fog: wind over a light breeze (Beaufort 2) stirs it into low cloud. */
const DAMP = 97
const STILL = 3
/** Damp air without rain hazes over by and by. */
const HAZY = 85

/** A station that has said nothing for so long says nothing of now: ten of its minutes. */
export const STALE = 10 * 60_000

/** Of a station's newest readings, which are `age` ms old. What is not known is fair weather. */
export function weatherOf(values: StationValues | undefined, age = 0): Weather {
  if (!values || age > STALE) return CLEAR
  const wind = Math.max(0, known(values.wind) ?? 0)
  const rain = known(values.rain) ?? 0
  if (rain > DRIZZLE) return { kind: 'rain', strength: strengthOfRain(rain), wind }
  const humidity = known(values.humidity) ?? 0
  // Fog thickens to the last percent, and thins as the air begins to move.
  if (humidity >= DAMP && wind < STILL)
    return { kind: 'fog', strength: share(humidity, DAMP - 2, 100) * (1 - (0.6 * wind) / STILL), wind }
  if (humidity > HAZY) return { kind: 'cloudy', strength: share(humidity, HAZY, DAMP), wind }
  return { ...CLEAR, wind }
}

/** 0.25 at the end of light rain, then a quarter more with each grade. */
export function strengthOfRain(perHour: number): number {
  let from = 0
  for (const [i, to] of GRADES.entries()) {
    if (perHour < to) return (i + share(perHour, from, to)) / GRADES.length
    from = to
  }
  return 1
}

const known = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : undefined)
const share = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)))
