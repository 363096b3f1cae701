import { deviceKinds } from '#models/devices/index.ts'
import { type Weather, weatherOf } from '../../scene/sky/weather.ts'
import type { WorldStore } from '../../store/world-store.ts'

/** The first station that speaks says what weather it is. Returns how to listen no more. */
export function watchWeather(world: WorldStore, now: () => number, told: (weather: Weather) => void): () => void {
  let stations: string[] = []
  const measure = () => {
    for (const id of stations) {
      const latest = world.latest(id)
      if (latest) return told(weatherOf(latest[1], now() - latest[0]))
    }
  }
  const find = () => {
    const all = [...world.world.devices.values()]
    stations = all.filter(({ kind }) => deviceKinds.get(kind)?.tells === 'weather').map(({ device }) => device)
    measure()
  }
  find()
  const stops = [
    world.subscribe('devices', find),
    world.subscribe('values', (ids) => {
      if (!ids || stations.some((id) => ids.has(id))) measure()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
