import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { toDegrees } from '#shared/place/local.ts'
import { seededRandom } from '#shared/random.ts'
import { writePart } from '../cim/write.ts'

const CENTER = { lon: 114.05, lat: 22.54, height: 0 }
const COLORS = ['#b0a593', '#9c9a94', '#a3937d', '#94705a', '#b8b0a3']
const MATERIALS = ['plaster', 'tile', 'brick', 'glass', 'concrete']

/** A city of so many buildings as an import leaves it: outlines of four to eight corners, facades, few attributes. */
export async function writeCity(folder: string, count: number): Promise<void> {
  const random = seededRandom(count)
  const side = Math.ceil(Math.sqrt(count))
  await mkdir(folder, { recursive: true })
  await writePart(
    folder,
    'community.json',
    JSON.stringify({ id: 'city', name: 'city', center: CENTER, radius: side * 30 }),
  )
  const out = createWriteStream(join(folder, 'buildings.json'))
  for (let i = 0; i < count; i++) {
    const [east, north] = [((i % side) - side / 2) * 55, (Math.floor(i / side) - side / 2) * 45]
    const [w, d] = [14 + random() * 30, 10 + random() * 14]
    const outline =
      random() < 0.6
        ? [
            [0, 0],
            [w, 0],
            [w, d],
            [0, d],
          ]
        : [
            [0, 0],
            [w, 0],
            [w, d / 2],
            [w / 2, d / 2],
            [w / 2, d],
            [0, d],
          ]
    const footprint = outline.map(([x, y]) =>
      toDegrees(CENTER, { east: east + (x as number), north: north + (y as number) }).map((v) => Number(v.toFixed(8))),
    )
    const entry = {
      place: `city/z${Math.floor(i / 1000) + 1}/b${i + 1}`,
      number: `${i + 1}`,
      name: `建筑 ${i + 1}`,
      use: 'residential',
      position: { lon: footprint[0]?.[0], lat: footprint[0]?.[1], height: 0 },
      footprint,
      floors: 2 + Math.floor(random() * 16),
      floorHeight: 3,
      ...(random() < 0.3 ? { roof: { kind: 'gable', height: 2.5 } } : {}),
      facade: { material: MATERIALS[i % 5], color: COLORS[i % 5], glazing: 0.35, balconies: random() < 0.2 },
    }
    if (!out.write(`${i === 0 ? '[\n' : ',\n'}${JSON.stringify(entry)}`)) await once(out, 'drain')
  }
  out.end('\n]\n')
  await once(out, 'close')
}
