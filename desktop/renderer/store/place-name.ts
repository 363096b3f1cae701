import type { Site } from '#tiles/cim/site.ts'
import type { Texts } from '../i18n/zh.ts'

/** A place as a person says it: `19栋 5 层`. Parts that nobody named are said by their code. */
export function placeName(site: Site | undefined, path: string, t: Texts): string {
  const [community, zone, building, floor, room] = path.split('/')
  if (!building) return zone ?? community ?? path
  const known = site?.buildings.find((entry) => entry.place === `${community}/${zone}/${building}`)
  const parts = [known?.name ?? building]
  const level = floor && /^(f|b)0*(\d+)$/.exec(floor)
  if (level) parts.push(level[1] === 'f' ? t.detail.floor(level[2] as string) : t.detail.basement(level[2] as string))
  else if (floor) parts.push(floor)
  if (room) parts.push(room)
  return parts.join(' ')
}
