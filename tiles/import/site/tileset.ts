import { writeFile } from 'node:fs/promises'
import { distanceBetween } from '#shared/place/distance.ts'
import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { Community, Grid } from '../../cim/community.ts'
import type { Ring } from '../../cim/geometry.ts'
import type { Tileset } from '../../cim/tilesets.ts'
import { readable } from '../../cim/write.ts'
import type { FoundTileset } from '../importer.ts'
import { toEight } from '../shape/planar.ts'
import type { Task } from './finish.ts'

/** A tileset takes its place beside what is there, or makes a site without buildings. Returns what is new. */
export async function finishTileset(task: Task, { tileset, center, radius }: FoundTileset): Promise<string[]> {
  const { incoming, existing, options, report } = task
  const write = (name: string, content: unknown) => writeFile(incoming.path(name), readable(content))
  const datum = existing?.community.datum ?? options.datum ?? 0
  const lift = options.lift ?? 0
  const entry: Tileset = { ...tileset, center: { ...center, height: center.height - datum }, lift }
  const others = existing?.tilesets.filter(({ id }) => id !== tileset.id) ?? []
  await write('tilesets.json', [...others, entry])
  const folder = `tilesets/${tileset.id}`
  if (existing) {
    const away = distanceBetween(existing.community.center, center) - radius
    if (away > existing.community.radius + 20_000)
      report.note('tileset.far', {
        zh: `瓦片集距社区 ${Math.round(away / 1000)} 公里`,
        en: `the tileset lies ${Math.round(away / 1000)} km from the community`,
      })
    return [folder, 'tilesets.json']
  }
  if (Math.abs(center.height - datum) > 100)
    report.note('tileset.height', {
      zh: `瓦片集中心高 ${Math.round(center.height)} 米（椭球高），地面高程可用 --datum 指定`,
      en: `its middle is ${Math.round(center.height)} m above the ellipsoid: name the height of the ground with --datum`,
    })
  await write('community.json', communityAround(task, center, radius, datum))
  await write('grids.json', [gridAround(task, center, radius)])
  await write('buildings.json', [])
  await write('devices.json', [])
  return [folder, 'tilesets.json', 'grids.json', 'buildings.json', 'devices.json', 'community.json']
}

type Spot = { lon: number; lat: number }

function communityAround({ id, name }: Task, { lon, lat }: Spot, radius: number, datum: number): Community {
  return { id, name, center: { lon, lat, height: 0 }, datum, radius: Math.max(50, Math.ceil(radius)) }
}

function gridAround({ id, name }: Task, { lon, lat }: Spot, radius: number): Grid {
  const metres = metresPerDegree(lat)
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, toEight(value)))
  const [west, east] = [-1, 1].map((way) => within(lon + (way * radius) / metres.lon, 180)) as [number, number]
  const [south, north] = [-1, 1].map((way) => within(lat + (way * radius) / metres.lat, 90)) as [number, number]
  const ring: Ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
  return { place: `${id}/z1`, name, ring, inCharge: [] }
}
