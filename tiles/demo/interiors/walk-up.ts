import { type Drawing, draw } from './drawing.ts'
import { addHome, bayHome, brickHome, type Home, walkUpHome } from './homes.ts'
import { mirror, shift } from './move.ts'
import type { Box } from './outline.ts'
import { Sketch } from './sketch.ts'

const HALF = 9.6

interface Style {
  home: Home
  /** Where the stairs begin and end, from the south. */
  stairs: [south: number, north: number]
  /** Stairs go on to the roof. */
  heads: boolean
}

const styles = {
  loggia: { home: walkUpHome, stairs: [6.7, 12.3], heads: false },
  bay: { home: bayHome, stairs: [6.7, 12.3], heads: true },
  brick: { home: brickHome, stairs: [5.6, 11.6], heads: false },
} satisfies Record<string, Style>

/** Three stairs, two homes on each landing, no elevator. One enters from the north, under the stair. */
export function walkUp(floors: number, style: keyof typeof styles): Drawing {
  const of: Style = styles[style]
  return draw(
    { ground: storey(of, true), typical: storey(of, false) },
    { floors, heads: of.heads ? [1, 2, 3].map((unit) => stairsOf(of, unit)) : [] },
    (floor) => (floor === 1 ? 'ground' : 'typical'),
  )
}

function stairsOf({ stairs: [south, north] }: Style, unit: number): Box {
  const middle = (2 * unit - 1) * HALF
  return [middle - 1.3, south, middle + 1.3, north]
}

function storey(style: Style, ground: boolean): Sketch {
  const sketch = new Sketch()
  for (let unit = 1; unit <= 3; unit++) {
    const x = (unit - 1) * 2 * HALF
    const stairs = `stairs-${unit}`
    sketch.room(stairs, [stairsOf(style, unit)], { use: 'stairs', name: `${unit}单元楼梯`, unit })
    addHome(sketch, 2 * unit - 1, style.home, shift(x), unit)
    addHome(sketch, 2 * unit, style.home, mirror(x + 2 * HALF), unit)
    for (const number of [2 * unit - 1, 2 * unit]) sketch.door(`home-0${number}`, stairs, { along: 0.12 })
    if (ground) sketch.entrance(stairs, 'north')
  }
  return sketch
}
