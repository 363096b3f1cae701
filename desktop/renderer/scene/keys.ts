import type { Rig } from './camera/rig.ts'

export interface KeyEnds {
  rig: Rig
  moved(): void
  home(): void
  north(): void
  tilt(): void
  back(): void
  size(): { width: number; height: number }
}

/** Metres a key press walks, as a share of the distance to what one looks at. */
const STEP = 0.08
const TURN = 6
const ZOOM = 1.25

/** The camera by keyboard, while the scene has the focus. True: the key was for it. */
export function steerByKey(event: KeyboardEvent, ends: KeyEnds): boolean {
  const { rig } = ends
  if (event.altKey || event.metaKey) return false
  const step = rig.pose.range * STEP
  const turning = event.shiftKey || event.ctrlKey
  const { width, height } = ends.size()
  const zoom = (factor: number) => rig.zoom(factor, undefined, width, height)
  const actions = new Map<string, () => void>([
    ['ArrowLeft', () => (turning ? rig.orbit(-TURN, 0) : rig.walk(-step, 0))],
    ['ArrowRight', () => (turning ? rig.orbit(TURN, 0) : rig.walk(step, 0))],
    ['ArrowUp', () => (turning ? rig.orbit(0, TURN / 2) : rig.walk(0, step))],
    ['ArrowDown', () => (turning ? rig.orbit(0, -TURN / 2) : rig.walk(0, -step))],
    ['+', () => zoom(1 / ZOOM)],
    ['=', () => zoom(1 / ZOOM)],
    ['-', () => zoom(ZOOM)],
    ['Home', ends.home],
    ['h', ends.home],
    ['n', ends.north],
    ['t', ends.tilt],
    ['Escape', ends.back],
    ['Backspace', ends.back],
  ])
  const action = actions.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
  if (!action || (event.ctrlKey && event.key.length === 1)) return false
  action()
  ends.moved()
  return true
}
