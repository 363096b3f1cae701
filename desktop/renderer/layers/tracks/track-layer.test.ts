import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Track } from '#shared/contract/tracks.ts'
import { Content, type Sheet } from '../../scene/content/content.ts'
import { pageNow } from '../../scene/page-time.ts'
import { forgetTracks, tracks } from '../../store/tracks.ts'
import type { LayerContext, ShownLayer } from '../layer.ts'
import { trackLayer } from './track-layer.ts'

// Pictures need a page.
vi.mock('./track-pictures.ts', () => ({
  endMark: () => undefined,
  letterMark: () => undefined,
  meetingMark: () => undefined,
  wildMark: () => undefined,
}))

const SECOND = 1000
const MINUTE = 60 * SECOND
const BEGIN = 10 * MINUTE

/** A metre a second towards the east: in this place a degree is a metre. */
const walk = (device: string, from: number, to: number): Track => ({
  device,
  kind: 'patrol-terminal',
  name: device.toUpperCase(),
  masked: false,
  sorts: ['patrol'],
  retired: false,
  runs: [[from, to].map((at): [number, number, number, number] => [at, (at - BEGIN) / SECOND, 0, 0])],
  breaks: [],
  wild: [],
  pace: [],
  visits: [],
  fixes: 2,
  metres: 10,
})

let at: number
let shown: ShownLayer
let sheet: Sheet

beforeEach(() => {
  vi.useFakeTimers()
  at = BEGIN + 5 * MINUTE
  sheet = new Content({ changed() {}, marked() {}, moved() {} }).lay('tracks')
  const context: Partial<LayerContext> = {
    sheet,
    local: ({ lon, lat, height }) => ({ east: lon, north: lat, up: height }),
    now: () => at,
    counted() {},
  }
  shown = trackLayer.show(context as LayerContext)
  tracks.setState({
    range: { from: BEGIN, to: BEGIN + 60 * MINUTE },
    chosen: [
      { device: 'a', color: 0 },
      { device: 'b', color: 1 },
    ],
    answer: {
      tracks: [
        walk('a', BEGIN, BEGIN + 10 * MINUTE),
        { ...walk('b', BEGIN + 6 * MINUTE, BEGIN + 8 * MINUTE), wild: [[BEGIN + 7 * MINUTE, 5000, 0, 0]] },
      ],
      meetings: [
        { who: ['a', 'b'], from: BEGIN + 6 * MINUTE, to: BEGIN + 7 * MINUTE, nearest: nearest(BEGIN + 6 * MINUTE) },
      ],
      moreMeetings: false,
      missing: [],
    },
  })
})
afterEach(() => {
  shown.stop()
  forgetTracks()
  vi.useRealTimers()
})

function nearest(at: number) {
  return { at, lon: (at - BEGIN) / SECOND, lat: 0, height: 0, metres: 1 } as never
}

/** So that it follows the time that is shown. */
function showAt(moment: number): void {
  at = moment
  vi.advanceTimersByTime(300)
}
const whereHead = (device: string) => sheet.points.where(`head ${device}`, pageNow() + MINUTE)?.east
const namesOf = () => sheet.marks.rows.flatMap(({ name }) => name ?? [])

test('the head stands where somebody was at the time that is shown; who was not yet heard of has none', () => {
  expect(shown.count()).toBe(2)
  expect(whereHead('a')).toBeCloseTo(300, 3)
  expect(whereHead('b')).toBeUndefined()
  showAt(BEGIN + 5 * MINUTE + 2 * SECOND)
  expect(whereHead('a')).toBeCloseTo(302, 3)
  showAt(BEGIN + 7 * MINUTE)
  expect([whereHead('a'), whereHead('b')]).toEqual([expect.closeTo(420, 3), expect.closeTo(420, 3)])
  showAt(BEGIN + MINUTE)
  expect([whereHead('a'), whereHead('b')]).toEqual([expect.closeTo(60, 3), undefined])
})

test('a short way on is a glide, a jump is none', () => {
  const began = pageNow()
  showAt(BEGIN + 5 * MINUTE + 4 * SECOND)
  expect(sheet.points.where('head a', began)?.east).toBeLessThan(304)
  showAt(BEGIN + 9 * MINUTE)
  expect(sheet.points.where('head a', began)?.east).toBeCloseTo(540, 3)
})

test('what is to come is dashed, and becomes what was', () => {
  const dashed = () => [...sheet.lines.entries()].filter(([id, { shape }]) => id.startsWith('a ') && shape.dashed)
  const lengthOf = () => dashed().map(([, { shape }]) => (shape.points.at(-3) ?? 0) - (shape.points[0] ?? 0))
  expect(lengthOf()).toEqual([expect.closeTo(300, 3)])
  showAt(BEGIN + 8 * MINUTE)
  expect(lengthOf()).toEqual([expect.closeTo(120, 3)])
  showAt(BEGIN + 20 * MINUTE)
  expect(dashed()).toEqual([])
})

test('where they met is told, and where a receiver erred; nothing is left when they are let go', () => {
  expect(namesOf().some((name) => /^A·B {2}/.test(name))).toBe(true)
  expect(namesOf().some((name) => name.startsWith('B ?'))).toBe(true)
  forgetTracks()
  vi.advanceTimersByTime(300)
  expect([sheet.marks.size, sheet.points.size, sheet.lines.size, shown.count()]).toEqual([0, 0, 0, 0])
})
