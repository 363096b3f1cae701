import type { LonLat } from '#shared/place/geodesy.ts'
import { fallsAlike, looksAlike } from './sky/alike.ts'
import { lightOf } from './sky/ambience.ts'
import type { Light } from './sky/light.ts'
import { sunAt } from './sky/sun.ts'
import { CLEAR, type Weather } from './sky/weather.ts'

export interface SkyWish {
  /** Hours of the day, 0 to 24, to look at the place in another light; undefined: the light of now. */
  hour: number | undefined
  /** Undefined: as it is measured. */
  weather: Weather | undefined
}

/** So often that an hour of light passes smoothly when the past is played sixty times as fast. */
const RENEW_MS = 1000
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Keeps the light of the place true to the hour and the weather, or to what somebody wants to see. */
export class SkyKeeper {
  wish: SkyWish = { hour: undefined, weather: undefined }
  private readonly at: LonLat
  private readonly now: () => number
  private readonly lit: (light: Light, weather: Weather) => void
  private readonly timer: ReturnType<typeof setInterval>
  private measured: Weather = CLEAR
  private told: { light: Light; weather: Weather } | undefined

  constructor(at: LonLat, now: () => number, lit: (light: Light, weather: Weather) => void) {
    this.at = at
    this.now = now
    this.lit = lit
    this.timer = setInterval(() => this.renew(), RENEW_MS)
    this.renew()
  }

  measure(weather: Weather): void {
    this.measured = weather
    this.renew()
  }

  look(wish: Partial<SkyWish>): void {
    this.wish = { ...this.wish, ...wish }
    this.renew()
  }

  /** The light of the moment that is shown. */
  renew(): void {
    const time = momentOf(this.now(), this.wish.hour)
    const weather = this.wish.weather ?? this.measured
    const date = new Date(time)
    const hour = date.getHours() + date.getMinutes() / 60
    const light = lightOf(sunAt(this.at, time), hour, weather)
    // A sky that looks the same as before is no reason for a picture.
    if (this.told && fallsAlike(this.told.weather, weather) && looksAlike(this.told.light, light)) return
    this.told = { light, weather }
    this.lit(light, weather)
  }

  close(): void {
    clearInterval(this.timer)
  }
}

/** Today at an hour by the clock of this machine, which stands in the community. */
function momentOf(now: number, hour: number | undefined): number {
  if (hour === undefined) return now
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  return midnight + ((hour * HOUR) % DAY)
}
