import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wgs84ToBd09, wgs84ToGcj02 } from '#shared/place/chinese-offset.ts'
import { distanceBetween } from '#shared/place/distance.ts'
import { fromEpsg } from '#shared/place/systems.ts'
import { bring, bringNothing, leftOutOf, noteOf, ownFolder } from '../testing/bring.ts'
import { collection, feature, lines, type Point, square } from '../testing/geojson.ts'
import { nameSystem } from './named.ts'

const HERE: Point = [114.05791237, 22.54310859]
const here = square(0, 0, 0.0002, HERE)
const project = (epsg: number, ring: Point[]) => ring.map(([lon, lat]) => fromEpsg(epsg).fromLonLat(lon, lat))
const swap = (ring: Point[]) => ring.map(([x, y]): Point => [y, x])
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
const one = (ring: Point[]) => [feature('x', { height: 9 }, [ring])]

/** How far the first corner lies from where it has to be. */
function missBy(site: { buildings: { footprint: Point[] }[] }, [lon, lat]: Point = HERE): number {
  return Math.min(
    ...(site.buildings[0]?.footprint ?? []).map(([x, y]) => distanceBetween({ lon: x, lat: y }, { lon, lat })),
  )
}

test.for([4526, 4547, 4498, 4509, 32650, 3857, 4490])(
  'EPSG:%i lands where it belongs, to a millimetre',
  async (epsg) => {
    const said = await bring('a.geojson', collection(one(project(epsg, here)), crs(`urn:ogc:def:crs:EPSG::${epsg}`)))
    expect(missBy(said.site)).toBeLessThan(0.002)
    expect(noteOf(said.result, 'crs')).toContain(`EPSG:${epsg}`)
    const given = await bring('a.geojsonl', lines(one(project(epsg, here))), { epsg })
    expect(missBy(given.site)).toBeLessThan(0.002)
  },
)

test.for([4526, 4547, 4490])('EPSG:%i with the northing first is turned round, and said', async (epsg) => {
  const { site, result } = await bring('a.geojson', collection(one(swap(project(epsg, here)))), { epsg })
  expect(missBy(site)).toBeLessThan(0.002)
  expect(noteOf(result, 'axes.swapped')).toContain('turned round')
})

test('axes that may be either way stay as they are, unless somebody says so', async () => {
  const ring = square(0, 0, 0.0002, [52, 5])
  const asIs = await bring('a.geojson', collection(one(ring)))
  expect(missBy(asIs.site, [52, 5])).toBeLessThan(0.002)
  expect(noteOf(asIs.result, 'axes.swapped')).toBeUndefined()
  const turned = await bring('a.geojson', collection(one(ring)), { swapAxes: true })
  expect(missBy(turned.site, [5, 52])).toBeLessThan(0.002)
})

test('one wrong building among many does not turn the file', async () => {
  const features = [feature('bad', { height: 9 }, [swap(here)]), ...one(here)]
  const { site, result } = await bring('a.geojson', collection(features))
  expect(leftOutOf(result)).toEqual(['bad: coordinates.absurd'])
  expect(missBy(site)).toBeLessThan(0.002)
})

const nameless: [number, RegExp][] = [
  [4526, /3-degree zone 38: try --epsg 4526/],
  [4498, /6-degree zone 20: try --epsg 4498/],
  [4547, /4547/],
  [3857, /--epsg 3857/],
]
test.for(nameless)('coordinates of EPSG:%i without a name are refused with a guess', async ([epsg, message]) => {
  const ring = project(epsg, here)
  await expect(bringNothing('a.geojson', collection(one(ring)))).rejects.toThrow(message)
  await expect(bringNothing('a.geojson', collection(one(swap(ring))))).rejects.toThrow(message)
})

test('coordinates of another system than the one that is said', async () => {
  const ring = project(4526, here)
  await expect(bringNothing('a.geojson', collection(one(ring), crs('EPSG:4547')))).rejects.toThrow(
    /do not belong to EPSG:4547.*4526/,
  )
  await expect(bringNothing('a.geojson', collection(one(ring), crs('EPSG:2383')))).rejects.toThrow(/Xian 1980/)
  await expect(bringNothing('a.geojson', collection(one(ring), crs('my own')))).rejects.toThrow(
    /"my own" is unknown.*4526/,
  )
  const { site } = await bring('a.geojson', collection(one(ring), crs('EPSG:4547')), { epsg: 4526 })
  expect(missBy(site)).toBeLessThan(0.002)
})

test('a name that comes after the features is asked for, not passed over', async () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    feature(`x${i}`, { height: 9 }, [square(i % 60, Math.floor(i / 60))]),
  )
  const text = (name: string) =>
    `{"type":"FeatureCollection","features":${JSON.stringify(many)},"crs":${JSON.stringify(crs(name).crs)}}`
  await expect(bringNothing('a.geojson', text('GCJ02'))).rejects.toThrow('--offset gcj02')
  await expect(bringNothing('a.geojson', text('EPSG:4547'))).rejects.toThrow('--epsg 4547')
  expect((await bring('a.geojson', text('EPSG:4490'))).site.buildings).toHaveLength(3000)
  expect((await bring('a.geojson', text('GCJ02'), { offset: 'gcj02' })).site.buildings).toHaveLength(3000)
})

test('the names that programs write', () => {
  const names: [string, number | undefined][] = [
    ['CGCS2000_3_Degree_GK_CM_114E', 4547],
    ['CGCS2000_3_Degree_GK_Zone_38', 4526],
    ['CGCS2000 / 3-degree Gauss-Kruger zone 38', 4526],
    ['CGCS2000_GK_CM_111E', 4508],
    ['CGCS2000_GK_Zone_20', 4498],
    ['GCS_China_Geodetic_Coordinate_System_2000', 4490],
    ['CGCS2000', 4490],
    ['GCS_WGS_1984', 4326],
    ['WGS84', 4326],
    ['EPSG:4547', 4547],
    ['Xian_1980_3_Degree_GK_CM_114E', undefined],
    ['CGCS2000 / 3-degree Gauss-Kruger', undefined],
  ]
  for (const [name, epsg] of names) expect(nameSystem(name).epsg, name).toBe(epsg)
})

const shift = { gcj02: wgs84ToGcj02, bd09: wgs84ToBd09 } as const
const shifted = (how: keyof typeof shift, ring: Point[]) =>
  ring.map(([lon, lat]): Point => {
    const place = shift[how]({ lon, lat })
    return [place.lon, place.lat]
  })

test.for(['gcj02', 'bd09'] as const)(
  '%s is undone when it is said: by a person, a crs, a member, a property',
  async (offset) => {
    const moved = one(shifted(offset, here))
    const name = offset === 'gcj02' ? 'GCJ-02' : 'BD09'
    const ways = [
      await bring('a.geojson', collection(moved), { offset }),
      await bring('a.geojson', collection(moved, crs(name))),
      await bring('a.geojson', collection(moved, { coordinateSystem: name })),
      await bring('a.geojsonl', lines([feature('x', { height: 9, coord_type: name }, [shifted(offset, here)])])),
    ]
    for (const { site, result } of ways) {
      expect(missBy(site)).toBeLessThan(0.01)
      expect(noteOf(result, 'crs')).toContain(offset === 'gcj02' ? 'GCJ-02' : 'BD-09')
    }
    const unsaid = await bring('a.geojson', collection(moved))
    expect(missBy(unsaid.site)).toBeGreaterThan(300)
    expect(noteOf(unsaid.result, 'offset.unknown')).toContain('--reference')
  },
)

test('nothing is asked of a file that says CGCS2000, or lies elsewhere', async () => {
  const chinese = await bring('a.geojson', collection(one(here), crs('CGCS2000')))
  expect(noteOf(chinese.result, 'offset.unknown')).toBeUndefined()
  const dutch = await bring('a.geojson', collection(one(square(0, 0, 0.0002, [5.4, 52.1]))))
  expect(noteOf(dutch.result, 'offset.unknown')).toBeUndefined()
})

async function reference(features: object[]) {
  const file = join(await ownFolder(), 'true.geojson')
  await writeFile(file, JSON.stringify(collection(features)))
  return file
}

const rings = Array.from({ length: 5 }, (_, i) => square(i * 3, i, 0.0002, HERE))
const truePoints = rings.map(([[lon, lat] = [0, 0]], i) => ({
  type: 'Feature',
  ...(i < 3 ? { id: `x${i}`, properties: {} } : { properties: { 名称: `${i}号楼` } }),
  geometry: { type: 'Point', coordinates: [lon + 0.0001, lat + 0.0001] },
}))
const town = (move: (ring: Point[]) => Point[]) =>
  rings.map((ring, i) => feature(`x${i}`, { height: 9, name: `${i}号楼` }, [move(ring)]))

test.for(['gcj02', 'bd09', 'wgs84'] as const)('a few true points tell that a file is %s', async (offset) => {
  const move = (ring: Point[]) => (offset === 'wgs84' ? ring : shifted(offset, ring))
  const file = await reference(truePoints)
  const { site, result } = await bring('a.geojson', collection(town(move)), { reference: file })
  expect(missBy(site)).toBeLessThan(0.01)
  expect(noteOf(result, 'offset.reference')).toMatch(/by 5 reference points/)
  expect(noteOf(result, 'offset.unknown')).toBeUndefined()
})

test('true points that fit nothing, or are of other buildings, are refused: better than a wrong place', async () => {
  const far = town((ring) => ring.map(([lon, lat]) => [lon + 0.02, lat]))
  const file = await reference(truePoints)
  await expect(bringNothing('a.geojson', collection(far), { reference: file })).rejects.toThrow(
    /too far.*residuals|too far from the reference/,
  )
  await expect(bringNothing('a.geojson', collection(one(here)), { reference: file })).rejects.toThrow(/no id or name/)
  const empty = await reference([])
  await expect(bringNothing('a.geojson', collection(one(here)), { reference: empty })).rejects.toThrow(
    /no points or outlines/,
  )
})
