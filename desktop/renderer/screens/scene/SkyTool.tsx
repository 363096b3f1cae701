import { useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Weather } from '../../scene/sky/weather.ts'
import { useNow } from '../../store/hooks.ts'
import { useScene } from './scene-context.ts'

const KINDS: readonly Weather['kind'][] = ['clear', 'cloudy', 'fog', 'rain']

/** The light of another hour or weather. What is not the light of now says so. */
export function SkyTool() {
  const { t } = useSpeech()
  const { stage } = useScene()
  const [wish, setWish] = useState(stage.sky.wish)
  const look = (change: Partial<typeof wish>) => {
    stage.lookAt(change)
    setWish(stage.sky.wish)
  }
  const words = t.scene.sky
  const now = useNow(60_000)
  const hour = wish.hour
  return (
    <section aria-label={t.scene.tools.sky}>
      <h4>{t.scene.tools.sky}</h4>
      <div className="scene-choices">
        <button type="button" aria-pressed={hour === undefined} onClick={() => look({ hour: undefined })}>
          {words.now}
        </button>
        {[7, 12, 18, 21].map((one) => (
          <button key={one} type="button" aria-pressed={hour === one} onClick={() => look({ hour: one })}>
            {clock(one)}
          </button>
        ))}
      </div>
      <label className="scene-slider">
        <input
          type="range"
          min={0}
          max={24}
          step={0.25}
          value={hour ?? hourOf(now)}
          aria-label={words.hour}
          onChange={(event) => look({ hour: Number(event.target.value) })}
        />
        <output>{hour === undefined ? words.now : clock(hour)}</output>
      </label>
      <p className="dim">{words.zone(zoneOf(now))}</p>
      <div className="scene-choices">
        <button type="button" aria-pressed={wish.weather === undefined} onClick={() => look({ weather: undefined })}>
          {words.measured}
        </button>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={wish.weather?.kind === kind}
            onClick={() => look({ weather: { kind, strength: 0.55, wind: 3 } })}
          >
            {words[kind]}
          </button>
        ))}
      </div>
    </section>
  )
}

function clock(hour: number): string {
  const minutes = Math.round((hour % 1) * 60)
  return `${String(Math.floor(hour) % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** As all times on this screen are told: the server's time, by the zone of this computer. */
function hourOf(now: number): number {
  const date = new Date(now)
  return date.getHours() + date.getMinutes() / 60
}

/** +8, -3:30 */
function zoneOf(now: number): string {
  const minutes = -new Date(now).getTimezoneOffset()
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
