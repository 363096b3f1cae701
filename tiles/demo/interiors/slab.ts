import { type Drawing, draw } from './drawing.ts'
import { addHome, slabHome } from './homes.ts'
import { mirror, shift } from './move.ts'
import type { Box } from './outline.ts'
import { Sketch } from './sketch.ts'

const UNIT = 22
/** The middle of the house stands back: its front is a saw. */
const BACK = [0, 1.2, 0]

/** Three units with a stair and an elevator each, two homes a floor that reach from south to north. */
export function slab(floors: number, basements: number): Drawing {
  return draw(
    { basement: basement(), ground: storey(true), typical: storey(false) },
    { floors, basements, heads: BACK.map((y, i): Box => [i * UNIT + 8, y + 9.4, i * UNIT + 14, y + 14.8]) },
    (floor) => (floor < 0 ? 'basement' : floor === 1 ? 'ground' : 'typical'),
  )
}

function core(sketch: Sketch, unit: number): void {
  const { box } = shift((unit - 1) * UNIT, BACK[unit - 1])
  sketch
    .room(`lobby-${unit}`, [box([8, 7.4, 14, 9.4]), box([10.2, 9.4, 11.4, 14.8])], {
      use: 'lobby',
      name: `${unit}单元电梯厅`,
      unit,
    })
    .room(`elevator-${unit}`, [box([8, 9.4, 10.2, 11.6])], { use: 'elevator', name: `${unit}单元电梯`, unit })
    .room(`shaft-${unit}`, [box([8, 11.6, 10.2, 12.8])], { use: 'shaft', name: `${unit}单元管道井`, unit })
    .room(`stairs-${unit}`, [box([11.4, 9.4, 14, 14.8])], { use: 'stairs', name: `${unit}单元楼梯`, unit })
    .door(`elevator-${unit}`, `lobby-${unit}`, { width: 1.1 })
    .door(`shaft-${unit}`, `lobby-${unit}`, { width: 0.7 })
    .door(`stairs-${unit}`, `lobby-${unit}`, { kind: 'fire', side: 'south' })
}

function storey(ground: boolean): Sketch {
  const sketch = new Sketch()
  for (let unit = 1; unit <= 3; unit++) {
    const [x, y] = [(unit - 1) * UNIT, BACK[unit - 1] as number]
    core(sketch, unit)
    addHome(sketch, 2 * unit - 1, slabHome, shift(x, y), unit)
    addHome(sketch, 2 * unit, slabHome, mirror(x + UNIT, y), unit)
    sketch.door(`home-0${2 * unit - 1}`, `lobby-${unit}`, { side: 'east' })
    sketch.door(`home-0${2 * unit}`, `lobby-${unit}`, { side: 'west' })
    if (ground) sketch.entrance(`lobby-${unit}`, 'north')
  }
  return sketch
}

/** Bicycles, lockers, and what the house runs on. */
function basement(): Sketch {
  const sketch = new Sketch()
  const rooms = [
    ['生活水泵房', '储藏间'],
    ['储藏间', '储藏间'],
    ['储藏间', '配电间'],
  ] as const
  for (const [i, [west, east]] of rooms.entries()) {
    const unit = i + 1
    const { box } = shift(i * UNIT, BACK[i])
    core(sketch, unit)
    const use = (name: string) => (name === '储藏间' ? 'store' : 'machine')
    sketch
      .room(`bicycles-${unit}`, [box([0, 1.5, 22, 7.4])], { use: 'store', name: `${unit}单元非机动车库`, unit })
      .room(`west-${unit}`, [box([0, 7.4, 8, 14.8])], { use: use(west), name: west, unit })
      .room(`east-${unit}`, [box([14, 7.4, 22, 14.8])], { use: use(east), name: east, unit })
      .door(`bicycles-${unit}`, `lobby-${unit}`, { kind: 'fire', width: 1.6 })
      .door(`west-${unit}`, `lobby-${unit}`, { kind: 'fire', width: 1.2 })
      .door(`east-${unit}`, `lobby-${unit}`, { kind: 'fire', width: 1.2 })
  }
  return sketch
}
