import { silentFrom } from '../store/heard.ts'
import type { WorldStore } from '../store/world-store.ts'

/** Not more often than this, whatever falls silent when. */
const LEAST_MS = 2000
const MOST_MS = 60_000

/**
 * Silence tells nobody: it is looked for, but only when something can have become silent. `ids` are those that count,
 * `look` finds what changed. Returns how to stop.
 */
export function watchSilence(
  world: WorldStore,
  ids: () => Iterable<string>,
  now: () => number,
  look: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const plan = () => {
    let next = Number.POSITIVE_INFINITY
    const from = now()
    for (const id of ids()) {
      const device = world.get('devices', id)
      const latest = device && world.latest(id)
      if (!latest) continue
      const silent = silentFrom(device.kind, latest[0])
      if (silent > from && silent < next) next = silent
    }
    timer = setTimeout(again, Math.min(MOST_MS, Math.max(LEAST_MS, next - from)))
  }
  const again = () => {
    look()
    plan()
  }
  plan()
  return () => clearTimeout(timer)
}
