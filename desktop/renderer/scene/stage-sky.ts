import type { LonLat } from '#shared/place/geodesy.ts'
import type { Pose } from './camera/pose.ts'
import { type Backdrop, backdropOf, cssOf, glowOnScreen, paintBackdrop } from './sky/backdrop.ts'
import type { Light } from './sky/light.ts'
import { Rain } from './sky/rain.ts'
import type { Weather } from './sky/weather.ts'
import { SkyKeeper } from './sky-keeper.ts'

export interface StageSkyWish {
  /** The backdrop is painted on it. */
  host: HTMLElement
  rain: HTMLCanvasElement
  at: LonLat
  now(): number
  lit(light: Light): void
}

/** The sky behind the place and what falls from it; the light that it sheds is handed on to both views. */
export class StageSky {
  readonly keeper: SkyKeeper
  light: Light | undefined
  private readonly host: HTMLElement
  private readonly rain: Rain
  private weather: Weather | undefined
  private rains = true
  private backdrop: Backdrop | undefined

  constructor({ host, rain, at, now, lit }: StageSkyWish) {
    this.host = host
    this.rain = new Rain(rain)
    this.keeper = new SkyKeeper(at, now, (light, weather) => {
      this.light = light
      this.weather = weather
      this.pour(this.rains)
      lit(light)
    })
  }

  /** Whether falling rain is drawn, not only its light. */
  pour(rains: boolean): void {
    this.rains = rains
    this.rain.weather(rains ? this.weather : undefined)
  }

  paint(pose: Pose, { width, height }: { width: number; height: number }): void {
    if (!this.light) return
    this.backdrop = backdropOf(this.light, pose, height, glowOnScreen(this.light, pose, width, height))
    const background = cssOf(this.backdrop)
    if (this.host.style.background !== background) this.host.style.background = background
  }

  /** Behind a picture that is taken. */
  paintOn(pen: CanvasRenderingContext2D, width: number, height: number): void {
    if (this.backdrop) paintBackdrop(pen, this.backdrop, width, height)
  }

  close(): void {
    this.keeper.close()
    this.rain.stop()
  }
}
