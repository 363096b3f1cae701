import { beforeEach, expect, test } from 'vitest'
import { LONGEST_TRACK_MS, type Track } from '#shared/contract/tracks.ts'
import {
  chooseTrack,
  dropTrack,
  forgetTracks,
  lastHours,
  letterOf,
  tellTracks,
  tracks,
  whereOnTrack,
} from './tracks.ts'

beforeEach(forgetTracks)
const colors = () => tracks.getState().chosen.map(({ device, color }) => `${letterOf(color)} ${device}`)

test('colours and letters stay when others go, and are given anew', () => {
  for (const id of ['a', 'b', 'c']) expect(chooseTrack(id)).toBe(true)
  dropTrack('b')
  expect(colors()).toEqual(['A a', 'C c'])
  chooseTrack('d')
  expect(colors()).toEqual(['A a', 'C c', 'B d'])
})

test('one that is chosen already comes to the front; a ninth finds no room', () => {
  for (const id of 'abcdefgh') chooseTrack(id)
  const { calls } = tracks.getState()
  expect(chooseTrack('a', lastHours(Date.UTC(2026, 1, 1), 2))).toBe(true)
  expect(tracks.getState()).toMatchObject({ focus: 'a', calls: calls + 1 })
  expect(tracks.getState().chosen).toHaveLength(8)
  expect(chooseTrack('i')).toBe(false)
})

test('no longer a time than can be asked for', () => {
  chooseTrack('a', { from: 0, to: Date.UTC(2026, 1, 1) })
  const { from, to } = tracks.getState().range ?? { from: 0, to: 0 }
  expect(to - from).toBe(LONGEST_TRACK_MS)
})

const way = {
  runs: [
    [
      [0, 114, 22, 0],
      [1000, 115, 22, 0],
    ],
    [[5000, 116, 22, 0]],
  ],
} as unknown as Track

test('what is taken away is gone from the answer, with whom it met', () => {
  const meeting = { who: ['a', 'b'], from: 0, to: 1, nearest: { at: 0, metres: 1, lon: 0, lat: 0, height: 0 } }
  for (const id of ['a', 'b']) chooseTrack(id)
  const two = ['a', 'b'].map((device) => ({ ...way, device }))
  tellTracks({ tracks: two, meetings: [meeting], moreMeetings: false, missing: [] })
  dropTrack('b')
  expect(tracks.getState().answer).toMatchObject({ tracks: [{ device: 'a' }], meetings: [] })
  dropTrack('a')
  expect(tracks.getState().answer).toBeUndefined()
})

test('between two positions it is on the way, in a gap where it was last, before the first nowhere', () => {
  expect(whereOnTrack(way, 500)).toMatchObject({ lon: 114.5, known: true })
  expect(whereOnTrack(way, 3000)).toMatchObject({ lon: 115, known: false })
  expect(whereOnTrack(way, 9000)).toMatchObject({ lon: 116, known: false })
  expect(whereOnTrack(way, -1)).toBeUndefined()
})
