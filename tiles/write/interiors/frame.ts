import type { Xy } from '../../cim/geometry.ts'
import type { Interior } from '../../cim/interior.ts'
import type { Plan, Point } from '../plan.ts'

/** From the plan of a building, x along its front and y into its depth, to metres east and north of the tileset. */
export interface BuildingFrame {
  at(xy: Readonly<Xy>): Point
  /** Of the ground below it, in the frame of the tileset. */
  up: number
}

export function frameOf({ origin, turn }: Interior, plan: Plan): BuildingFrame {
  const { point, up } = plan.near(origin)
  const [east, north] = point(origin)
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const at = ([x, y]: Readonly<Xy>): Point => [east + x * cos + y * sin, north - x * sin + y * cos]
  return { at, up }
}
