import { expect, test } from 'vitest'
import type { Building } from '#tiles/cim/buildings.ts'
import { isKnownPlace } from './known-place.ts'
import type { KnownSite } from './site.ts'

const house = { place: 'c/z1/b01', name: '1栋', floors: 6, basements: 1 } as Building
const site = {
  community: { id: 'c' },
  grids: [{ place: 'c/z2' }],
  buildings: [house],
} as Pick<KnownSite, 'community' | 'grids' | 'buildings'>
const known = (path: string) => isKnownPlace(site, path)

test('a community, its grids, the zones that hold a building, and storeys that a building has', () => {
  for (const path of ['c', 'c/z2', 'c/z1', 'c/z1/b01', 'c/z1/b01/f06', 'c/z1/b01/b1', 'c/z1/b01/f02/stairs-1'])
    expect([path, known(path)]).toEqual([path, true])
})

test('what nobody has drawn is not there', () => {
  for (const path of ['', 'd', 'c/z3', 'c/z1/b02', 'c/z1/b01/f07', 'c/z1/b01/b2', 'c/z1/b01/attic', 'z1', 'c/z'])
    expect([path, known(path)]).toEqual([path, false])
})
