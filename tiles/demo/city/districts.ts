import { at } from '../frame.ts'
import { facadeOf, type House } from './houses.ts'
import type { Block } from './land.ts'

type Random = () => number

const size = ({ west, east, south, north }: Block) => ({ wide: east - west, deep: north - south })
const some = (random: Random, least: number, most: number) => least + random() * (most - least)
const whole = (random: Random, least: number, most: number) => Math.round(some(random, least, most))

/** Rows of slabs that look south, as far apart as they are high. */
export function slabs(block: Block, random: Random, least: number, most: number): House[] {
  const { wide, deep } = size(block)
  const floors = whole(random, least, most)
  // What is far is drawn in fewer and longer pieces.
  const isFar = Math.hypot(block.west, block.south) > 1050
  const step = Math.min(deep, 18 + Math.max(isFar ? 40 : 28, floors * 2.6))
  const columns = wide > 190 && !isFar ? 3 : 2
  const each = wide / columns
  const material = floors < 7 && random() < 0.5 ? 'brick' : random() < 0.6 ? 'plaster' : 'tile'
  const facade = facadeOf(material, random)
  const houses: House[] = []
  for (let y = 14; y + 10 < deep; y += step)
    for (let x = 0; x < columns; x++) {
      if (random() < 0.17) continue
      const width = Math.min(each - 16, isFar ? some(random, 66, 92) : some(random, 46, 66))
      houses.push({
        spot: at(block.west + (x + 0.5) * each + some(random, -4, 4), block.south + y),
        width,
        depth: some(random, 12.5, 15),
        floors: floors + whole(random, -1, 1),
        facade,
        ...(floors < 8 && random() < 0.6 ? { roof: { kind: 'gable', height: 2.6 } } : {}),
      })
    }
  return houses
}

/** Point towers on a loose grid. */
export function towers(block: Block, random: Random, least: number, most: number): House[] {
  const { wide, deep } = size(block)
  const [columns, rows] = [wide > 200 ? 3 : 2, deep > 230 ? 3 : 2]
  const facade = facadeOf(random() < 0.6 ? 'tile' : 'stone', random)
  const houses: House[] = []
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      if (random() < 0.2) continue
      const shift = (y % 2) * 14 - 7
      houses.push({
        spot: at(block.west + ((x + 0.5) * wide) / columns + shift, block.south + ((y + 0.5) * deep) / rows),
        width: some(random, 25, 32),
        depth: some(random, 19, 24),
        floors: whole(random, least, most),
        facade,
      })
    }
  return houses
}

/** The old town: small houses under tiled roofs, alley by alley. */
export function oldTown(block: Block, random: Random): House[] {
  const { wide, deep } = size(block)
  const houses: House[] = []
  const [stepX, stepY] = [wide / Math.round(wide / 44), deep / Math.round(deep / 40)]
  for (let x = stepX / 2; x < wide; x += stepX)
    for (let y = stepY / 2; y < deep; y += stepY) {
      if (random() < 0.2) continue
      const floors = whole(random, 2, 5)
      houses.push({
        spot: at(block.west + x + some(random, -2, 2), block.south + y + some(random, -2, 2)),
        width: some(random, 22, stepX - 8),
        depth: some(random, 13, stepY - 12),
        floors,
        turn: some(random, -3, 3),
        facade: facadeOf(random() < 0.5 ? 'brick' : 'plaster', random),
        roof: { kind: random() < 0.6 ? 'gable' : 'hip', height: some(random, 1.8, 2.8) },
      })
    }
  return houses
}

/** Offices on podiums; the nearer to the middle of the business district, the higher. */
export function business(block: Block, random: Random, near: number): House[] {
  const { wide, deep } = size(block)
  const [columns, rows] = [2, deep > 200 ? 2 : 1]
  const houses: House[] = []
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const spot = at(block.west + ((x + 0.5) * wide) / columns, block.south + ((y + 0.5) * deep) / rows)
      const side = some(random, 34, 44)
      houses.push({
        spot,
        width: side,
        depth: some(random, 30, side),
        floors: Math.round(14 + 34 * near * some(random, 0.6, 1.1)),
        podium: {
          width: Math.min(wide / columns - 14, side + some(random, 22, 40)),
          depth: Math.min(deep / rows - 14, side + some(random, 16, 34)),
          floors: whole(random, 2, 5),
        },
        facade: facadeOf(random() < 0.72 ? 'glass' : 'stone', random),
        use: 'office',
      })
    }
  return houses
}

/** Long low sheds by the river. */
export function works(block: Block, random: Random): House[] {
  const { wide, deep } = size(block)
  const rows = Math.max(2, Math.floor(deep / 62))
  const houses: House[] = []
  for (let y = 0; y < rows; y++)
    houses.push({
      spot: at((block.west + block.east) / 2 + some(random, -14, 14), block.south + ((y + 0.5) * deep) / rows),
      width: wide - some(random, 46, 90),
      depth: some(random, 26, 36),
      floors: whole(random, 2, 3),
      facade: facadeOf('concrete', random),
      roof: { kind: 'gable', height: 3.4 },
      use: 'utility',
    })
  return houses
}

/** Some houses around a green: schools, hospitals, courts. */
export function campus(block: Block, random: Random): House[] {
  const { wide, deep } = size(block)
  const facade = facadeOf(random() < 0.5 ? 'brick' : 'stone', random)
  const house = (x: number, y: number, width: number, depth: number): House => ({
    spot: at(block.west + x * wide, block.south + y * deep),
    width,
    depth,
    floors: whole(random, 4, 7),
    facade,
    use: 'public',
  })
  return [
    house(0.5, 0.86, wide * 0.72, 17),
    house(0.12, 0.5, 17, deep * 0.42),
    house(0.88, 0.5, 17, deep * 0.42),
    house(0.5, 0.14, wide * 0.5, 20),
  ]
}
