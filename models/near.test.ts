import { expect, test } from 'vitest'
import { toDegrees } from '#shared/place/local.ts'
import { bestCameras, closeness, type Standing } from './near.ts'

const home = { lon: 114, lat: 22.5 }
const at = (east: number, north: number, height = 0) => {
  const [lon, lat] = toDegrees(home, { east, north })
  return { lon, lat, height }
}
const camera = (
  device: string,
  place: string,
  east: number,
  north: number,
  heading?: number,
): Standing & { device: string } => ({
  device,
  place,
  position: at(east, north),
  ...(heading !== undefined && { view: { heading, tilt: 0, angle: 60, range: 50, lens: 3 } }),
})
const spot = { place: 'jinxiu/z1/b01/f02/lobby', position: at(0, 0) }
const best = (cameras: (Standing & { device: string })[], most = 9, reach = 150) =>
  bestCameras(spot, cameras, most, reach).map(({ one }) => one.device)

test('first those that have it before them, then of its room, floor and building, then the nearest', () => {
  const found = best([
    camera('street', 'jinxiu/z1', 5, 0),
    camera('other-floor', 'jinxiu/z1/b01/f03', 2, 0),
    camera('next-zone', 'jinxiu/z2', 4, 0),
    camera('floor', 'jinxiu/z1/b01/f02', 30, 0),
    camera('room', 'jinxiu/z1/b01/f02/lobby', 40, 0),
    camera('looks-away', 'jinxiu/z1/b01/f02', 20, 0, 90),
    camera('sees', 'jinxiu/z1/b01/f02', 45, 0, 270),
    // Outside, facing the wall.
    camera('through-the-wall', 'jinxiu/z1', 20, 0, 270),
  ])
  expect(found).toEqual([
    'sees',
    'room',
    'looks-away',
    'floor',
    'other-floor',
    'next-zone',
    'street',
    'through-the-wall',
  ])
})

test('none out of reach, none without a position, no more than wanted', () => {
  const lost = { ...camera('lost', 'jinxiu/z1', 0, 0), position: { lon: Number.NaN, lat: 0, height: 0 } }
  expect(
    best([camera('far', 'jinxiu/z1', 200, 0), lost, camera('b', 'jinxiu/z1', 3, 0), camera('a', 'jinxiu/z1', 3, 0)], 1),
  ).toEqual(['a'])
})

test('closeness says how much of the way two places share', () => {
  const all = ['jinxiu/z1/b01/f02/lobby', 'jinxiu/z1/b01/f02/101', 'jinxiu/z1/b01/f01', 'jinxiu/z1/b02', 'jinxiu/z2']
  expect(all.map((place) => closeness('jinxiu/z1/b01/f02/lobby', place))).toEqual([4, 3, 2, 1, 0])
})
