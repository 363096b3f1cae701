import type { KnownSite } from '../../../store/site.ts'

export interface DutyPlace {
  value: string
  title: string
  children?: DutyPlace[]
}

/** The places somebody can be in charge of: the community, its zones, their buildings. */
export function dutyPlaces(site: KnownSite | undefined, whole: string, chosen: string): DutyPlace[] {
  const zones = new Map<string, DutyPlace & { children: DutyPlace[] }>()
  const zone = (path: string) => {
    const found = zones.get(path) ?? { value: path, title: path, children: [] }
    zones.set(path, found)
    return found
  }
  for (const { place, name } of site?.grids ?? []) zone(place).title = name
  for (const { place, name } of site?.buildings ?? [])
    zone(place.split('/').slice(0, 2).join('/')).children.push({ value: place, title: name })
  for (const { children } of zones.values()) children.sort(byTitle)
  const known = [{ value: '', title: whole }, ...[...zones.values()].sort(byTitle)]
  // A storey or a room may have been given by another program: it is shown, not lost.
  const isKnown = known.some(({ value }) => value === chosen) || site?.buildings.some(({ place }) => place === chosen)
  return isKnown ? known : [...known, { value: chosen, title: chosen }]
}

const byTitle = (one: DutyPlace, two: DutyPlace) => one.title.localeCompare(two.title, 'zh', { numeric: true })
