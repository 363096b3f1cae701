import { deviceKinds } from '#models/devices/index.ts'
import { type Weather, weatherOf } from '../../scene/sky/weather.ts'
import type { WorldStore } from '../../store/world-store.ts'

/** The first station that speaks says what weather it is. Returns how to listen no more. */
export function watchWeather(world: WorldStore, now: () => number, told: (weather: Weather) => void): () => void {
  const stations = new Set<string>()
  const measure = () => {
    for (const id of stations) {
      const latest = world.latest(id)
      if (latest) return told(weatherOf(latest[1], now() - latest[0]))
    }
  }
  const tells = (id: string) => deviceKinds.get(world.get('devices', id)?.kind ?? '')?.tells === 'weather'
  const find = (ids: Iterable<string>) => {
    let isChanged = false
    for (const id of ids) {
      if (!tells(id)) isChanged = stations.delete(id) || isChanged
      else {
        stations.add(id)
        isChanged = true
      }
    }
    if (isChanged) measure()
  }
  find(world.world.devices.ids())
  const stops = [
    world.subscribe('devices', (ids) => find(ids ?? new Set([...stations, ...world.world.devices.ids()]))),
    world.subscribe('values', (ids) => {
      for (const id of stations) if (!ids || ids.has(id)) return measure()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
