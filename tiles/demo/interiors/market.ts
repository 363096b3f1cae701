import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

type Entry = [width: number, id: string, room: RoomSketch]

/** A hall of stalls within a rim of shops; food above. */
export function market(floors: number): Drawing {
  return draw({ ground: storey(true), upper: storey(false) }, { floors }, (floor) => (floor === 1 ? 'ground' : 'upper'))
}

const shop = (n: number, name: string): RoomSketch => ({ use: 'shop', name, number: String(n).padStart(2, '0') })

function storey(ground: boolean): Sketch {
  const names = ground
    ? ['粮油店', '水产店', '熟食店', '豆制品店', '肉铺']
    : ['小吃店', '面馆', '干货店', '裁缝铺', '五金店']
  const row = (first: number): Entry[] =>
    Array.from({ length: 9 }, (_, i) => [6, `shop-${first + i}`, shop(first + i, names[i % 5] as string)])
  const shops = (first: number) => Array.from({ length: 9 }, (_, i) => `shop-${first + i}`)
  const sketch = new Sketch()
    .row(0, 0, 7, [[4.5, 'stairs-1', { use: 'stairs', name: '1号楼梯' }], ...row(1)])
    .room('stairs-2', [[58.5, 0, 63, 7]], { use: 'stairs', name: '2号楼梯' })
    .row(0, 33, 40, [
      [4.5, 'stairs-3', { use: 'stairs', name: '3号楼梯' }],
      ...row(10),
      [4.5, 'stairs-4', { use: 'stairs', name: '4号楼梯' }],
    ])
    .room('stalls', [[0, 7, 63, 33]], { use: 'hall', name: ground ? '农贸大厅' : '百货大厅' })
    .room('power-room', [[63, 20, 68, 26]], { use: 'machine', name: '配电间' })
    .room('cold-store', [[63, 26, 68, 33]], { use: 'store', name: ground ? '冷库' : '仓库' })
    .room('toilet-1', [[63, 7, 68, 14]], { use: 'toilet', name: '卫生间' })
    .room('office', [[63, 14, 68, 20]], { use: 'office', name: '市场管理办公室', number: '19' })
    .open('stalls', ['power-room', 'cold-store', 'toilet-1', 'office'], { width: 1.2 })
    .open('stalls', ['stairs-1', 'stairs-2', 'stairs-3', 'stairs-4'], { kind: 'fire', width: 1.8 })
    .open('stalls', [...shops(1), ...shops(10)], { width: 2.4 })
  if (!ground) return sketch
  for (const id of [...shops(1)]) sketch.entrance(id, 'south', { width: 2.4 })
  for (const n of [1, 2, 3, 4]) sketch.entrance(`stairs-${n}`, n < 3 ? 'south' : 'north', { width: 1.8 })
  return sketch.entrance('stalls', 'west', { width: 6 })
}
