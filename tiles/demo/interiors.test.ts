import { expect, test } from 'vitest'
import { area, contains, groundArea, type Ring } from '#shared/place/ring.ts'
import { roomPath } from '../cim/floors.ts'
import type { Xy } from '../cim/geometry.ts'
import { planFrame } from '../cim/plan-frame.ts'
import { middleOf } from '../cim/walk/room-ways.ts'
import { makeDemo } from './demo.ts'

const { site, households, interiors } = makeDemo(2026)

test('the rooms of a storey fill its outline, without gaps and without overlaps', () => {
  for (const { place, footprint, parts, floors, basements } of site.buildings) {
    const interior = interiors.get(place)
    expect(interior?.floors.map(({ floor }) => floor)).toEqual(
      [...Array(basements + floors + 1).keys()].map((i) => i - basements).filter((floor) => floor !== 0),
    )
    for (const { floor, plan } of interior?.floors ?? []) {
      const part = parts.find(({ fromFloor, toFloor }) => fromFloor <= floor && floor <= toFloor)
      const rooms = interior?.plans[plan]?.rooms ?? []
      const sum = rooms.reduce((all, { outline }) => all + area(outline), 0)
      const whole = groundArea((part?.ring ?? footprint) as Ring)
      expect(Math.abs(sum - whole) / whole, `${place} ${floor}`).toBeLessThan(0.01)
    }
    for (const { rooms } of Object.values(interior?.plans ?? {}))
      for (const room of rooms)
        for (const other of rooms)
          if (other !== room) expect(contains(other.outline, middleOf(room.outline))).toBe(false)
  }
})

test('the rooms of the ground floor lie within the footprint', () => {
  for (const { place, footprint, name } of site.buildings) {
    const interior = interiors.get(place)
    if (!interior) continue
    const frame = planFrame(interior)
    const ground = interior.floors.find(({ floor }) => floor === 1)
    for (const { outline, id } of interior.plans[ground?.plan ?? '']?.rooms ?? [])
      expect(contains(footprint, frame.lonLat(middleOf(outline))), `${name} ${id}`).toBe(true)
  }
})

test('a home is parted into living, bedrooms, kitchen and bath, each with a way in', () => {
  for (const { place, use } of site.buildings) {
    if (use !== 'residential') continue
    for (const { rooms } of Object.values(interiors.get(place)?.plans ?? {}))
      for (const { outline, cells } of rooms.filter((room) => room.use === 'home')) {
        expect(cells.reduce((sum, cell) => sum + area(cell.outline), 0)).toBeCloseTo(area(outline), 2)
        const uses = cells.map((cell) => cell.use)
        for (const use of ['living', 'bedroom', 'kitchen', 'bath', 'balcony']) expect(uses).toContain(use)
        for (const cell of cells.filter((one) => one.use !== 'living')) expect(cell.door).toBeDefined()
      }
  }
})

test('every household lives in a home that is drawn, and nearly every home is lived in', () => {
  const homes = new Set<string>()
  for (const [place, { floors, plans }] of interiors)
    for (const { floor, plan } of floors)
      for (const room of plans[plan]?.rooms ?? []) if (room.use === 'home') homes.add(roomPath(place, floor, room))
  expect(households.filter(({ home }) => !homes.has(home))).toEqual([])
  expect(new Set(households.map(({ home }) => home)).size).toBe(households.length)
  expect(households.length / homes.size).toBeGreaterThan(0.93)
})

test('one comes from outside into every room', () => {
  for (const [place, { plans, floors }] of interiors)
    for (const [name, { rooms, doors }] of Object.entries(plans)) {
      const ground = floors.some(({ floor, plan }) => floor === 1 && plan === name)
      const starts = ground
        ? doors.filter(({ to }) => to === undefined).map(({ from }) => from)
        : rooms.filter(({ use }) => use === 'stairs').map(({ id }) => id)
      const reached = new Set(starts)
      for (const id of reached)
        for (const { from, to } of doors) if (to && (from === id || to === id)) reached.add(from).add(to)
      const lost = rooms.filter(
        ({ id, name: label }) => !reached.has(id) && !label.endsWith('上空') && label !== '车库坡道',
      )
      expect(
        lost.map(({ id }) => id),
        `${place} ${name}`,
      ).toEqual([])
      if (ground) expect(starts.length).toBeGreaterThan(0)
    }
})

test('a door is on a wall of both its rooms; a riser is a room on each of its floors', () => {
  for (const [place, { plans, risers, floors }] of interiors) {
    for (const { rooms, doors } of Object.values(plans)) {
      expect(new Set(doors.map(({ id }) => id)).size).toBe(doors.length)
      for (const { at, from, to, id } of doors)
        for (const room of [from, to].filter((one) => one !== undefined))
          expect(isOnWall(rooms.find((one) => one.id === room)?.outline ?? [], at), `${place} ${id}`).toBe(true)
    }
    for (const { id, fromFloor, toFloor } of risers)
      for (const { plan } of floors.filter(({ floor }) => floor >= fromFloor && floor <= toFloor))
        expect(plans[plan]?.rooms.some((room) => room.id === id)).toBe(true)
  }
})

function isOnWall(outline: readonly Xy[], [x, y]: Xy): boolean {
  return outline.some((a, i) => {
    const b = outline[(i + 1) % outline.length] as Xy
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy)
    const along = ((x - a[0]) * dx + (y - a[1]) * dy) / length
    return Math.abs((x - a[0]) * dy - (y - a[1]) * dx) / length < 0.01 && along > 0 && along < length
  })
}
