import { steerByKey } from './keys.ts'
import type { Cluster } from './overlay/cluster.ts'
import type { Picked } from './picked.ts'
import { listenToPointer } from './pointer.ts'
import type { Stage } from './stage.ts'

/** Metres within which marks will not come apart however near one goes. */
const ONE_SPOT = 1.5
const NEAREST = 40

/** Mouse, fingers and keys on the stage. Returns how to let go. */
export function listenToStage(stage: Stage, surface: HTMLCanvasElement): () => void {
  surface.tabIndex = 0
  /** Of the marks at one spot, those that have had their turn. */
  const handed = new Set<string>()
  /** What the click before this one was on: its card may have moved the picture since. */
  let clicked: Picked | undefined
  const moved = () => stage.wake()
  /** Nearer, until its marks stand apart; those at one spot are handed on one by one. */
  const open = (cluster: Cluster) => {
    const { pose } = stage.rig
    const { marks, spread, at } = cluster
    if (spread < ONE_SPOT || pose.range <= NEAREST) {
      const next = marks.find(({ picked }) => !handed.has(picked.id))
      if (!next) handed.clear()
      const picked = (next ?? marks[0])?.picked
      if (picked) handed.add(picked.id)
      stage.picked(picked)
      return
    }
    stage.camera.flyTo({
      ...pose,
      target: at,
      range: Math.min(pose.range * 0.5, Math.max(NEAREST * 0.75, spread * 2.2)),
    })
  }
  const stopPointer = listenToPointer(surface, {
    rig: stage.rig,
    lens: () => stage.lens,
    moved,
    click(x, y) {
      if (stage.tool) return stage.tool.click(x, y)
      const found = stage.pick(x, y)
      clicked = found && !('count' in found) ? found : undefined
      if (found && 'count' in found) open(found)
      else stage.picked(found)
    },
    doubleClick(x, y) {
      if (stage.tool) return stage.tool.finish ? stage.tool.finish() : stage.tool.click(x, y)
      if (clicked?.kind === 'building' && clicked.id !== stage.inside.place) return void stage.inside.enter(clicked.id)
      const point = stage.lens.onLevel(x, y, stage.rig.pose.target.up)
      if (point) stage.camera.flyTo({ ...stage.rig.pose, target: point, range: stage.rig.pose.range * 0.5 })
    },
    hover(at) {
      surface.style.cursor = stage.hover(at) ? 'pointer' : ''
    },
  })
  const keys = (event: KeyboardEvent) => {
    const known = steerByKey(event, {
      rig: stage.rig,
      moved,
      home: () => stage.goHome(),
      north: () => stage.camera.faceNorth(),
      tilt: () => stage.camera.tilt(),
      back: () => stage.back(),
      size: () => stage.size,
    })
    if (known) event.preventDefault()
  }
  surface.addEventListener('keydown', keys)
  return () => {
    stopPointer()
    surface.removeEventListener('keydown', keys)
  }
}
