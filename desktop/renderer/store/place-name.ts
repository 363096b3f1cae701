import type { Texts } from '../i18n/zh.ts'
import type { KnownSite } from './site.ts'

/** A place as a person says it: `19栋 5 层 北走道`. Parts that nobody named are said by their code. */
export function placeName(
  site: Pick<KnownSite, 'buildings' | 'rooms' | 'grids'> | undefined,
  path: string,
  t: Texts,
): string {
  const [community, zone, building, floor, room] = path.split('/')
  if (!building) return site?.grids.find((grid) => grid.place === path)?.name ?? zone ?? community ?? path
  const place = `${community}/${zone}/${building}`
  const known = site?.buildings.find((entry) => entry.place === place)
  const parts = [known?.name ?? building]
  const level = floor && /^(f|b)0*(\d+)$/.exec(floor)
  if (level) parts.push(level[1] === 'f' ? t.detail.floor(level[2] as string) : t.detail.basement(level[2] as string))
  else if (floor) parts.push(floor)
  if (room) parts.push(site?.rooms[place]?.[room] ?? room)
  return parts.join(' ')
}
