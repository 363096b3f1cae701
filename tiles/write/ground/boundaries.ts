import type { Gate, Wall } from '../../cim/ground.ts'
import { addBlock, rectangleAt } from '../box.ts'
import { BODY } from '../buildings/walls.ts'
import { shade } from '../color.ts'
import { THIN } from '../materials.ts'
import type { Meshes } from '../mesh.ts'
import type { Plan, Point } from '../plan.ts'

const POST_EVERY = 3

/** Walls, hedges and fences, and the pillars of gates. */
export function addBoundaries(meshes: Meshes, walls: readonly Wall[], gates: readonly Gate[], plan: Plan): void {
  for (const wall of walls) {
    const { point } = plan.near(wall.line[0] as [number, number])
    const line = wall.line.map((at) => point(at))
    for (let i = 1; i < line.length; i++) addSpan(meshes, line[i - 1] as Point, line[i] as Point, wall)
  }
  for (const gate of gates) addGate(meshes, gate, plan)
}

function addSpan(meshes: Meshes, from: Point, to: Point, { kind, height }: Wall): void {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length < 0.1) return
  const direction: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const block = (width: number, bottom: number, top: number, color: string) => {
    const start: Point = [from[0] + direction[1] * (width / 2), from[1] - direction[0] * (width / 2)]
    addBlock(meshes.of(BODY), rectangleAt(start, direction, length, width), bottom, top, color)
  }
  if (kind === 'wall') {
    block(0.24, 0, height - 0.12, '#b7aa97')
    block(0.34, height - 0.12, height, '#8d8274')
  } else if (kind === 'hedge') block(0.8, 0, height, '#56683f')
  else {
    block(0.3, 0, 0.35, '#a59b8c')
    block(0.06, height - 0.12, height - 0.06, '#4a5158')
    const bars = meshes.of(THIN)
    const tone = shade('#4a5158')
    for (let at = 0; at <= length; at += POST_EVERY) {
      const spot: Point = [from[0] + direction[0] * at - 0.06, from[1] + direction[1] * at - 0.06]
      addBlock(meshes.of(BODY), rectangleAt(spot, direction, 0.12, 0.12), 0.35, height, '#4a5158')
    }
    for (let at = 0.3; at < length; at += 0.3) {
      const [x, y] = [from[0] + direction[0] * at, from[1] + direction[1] * at]
      const [dx, dy] = [direction[0] * 0.025, direction[1] * 0.025]
      const corner = (side: number, up: number) =>
        bars.vertex(x + dx * side, up, -(y + dy * side), direction[1], 0, direction[0], tone)
      bars.quad(corner(-1, 0.35), corner(1, 0.35), corner(1, height - 0.1), corner(-1, height - 0.1))
    }
  }
}

function addGate(meshes: Meshes, { at, heading, width, kind }: Gate, plan: Plan): void {
  const { point } = plan.near(at)
  const [east, north] = point(at)
  const turn = (heading * Math.PI) / 180
  // Across the way out.
  const across: Point = [Math.cos(turn), -Math.sin(turn)]
  const height = kind === 'vehicle' ? 3.4 : 2.6
  for (const side of [-1, 1]) {
    const off = side * (width / 2 + 0.4)
    const spot: Point = [east + across[0] * off - 0.35, north + across[1] * off - 0.35]
    addBlock(meshes.of(BODY), rectangleAt(spot, [1, 0], 0.7, 0.7), 0, height, '#9c8f7d')
    addBlock(
      meshes.of(BODY),
      rectangleAt([spot[0] - 0.1, spot[1] - 0.1], [1, 0], 0.9, 0.9),
      height,
      height + 0.18,
      '#6f675c',
    )
  }
}
