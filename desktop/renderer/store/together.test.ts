import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import { replayBegun, replayLed, replaySteered, type Steering } from '#shared/world/replays.ts'
import { World } from '#shared/world/world.ts'
import type { SharedHead } from '../players/past-state.ts'
import type { Center } from './center.ts'
import { Together } from './together.ts'

const REPLAY = 'replay-000001'
const NOW = Date.UTC(2026, 10, 22, 9)
let world: World
let told: () => void
let asked: [name: string, input: Record<string, unknown>][]
let followed: SharedHead[]
let together: Together

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  world = new World()
  asked = []
  followed = []
  told = () => {}
  const past = { follow: (head: SharedHead | undefined) => head && followed.push(head) }
  const center = {
    state: createStore(() => ({ past, user: { account: 'commander' } })),
    live: { get: (_: string, id: string) => world.replays.get(id) },
    liveNow: () => Date.now(),
    now: () => Date.now(),
    onLive: (_: string, tell: () => void) => {
      told = tell
      return () => {}
    },
    ask: async ({ name }: { name: string }, input: Record<string, unknown>) => {
      asked.push([name, input])
      return { replay: REPLAY }
    },
  }
  together = new Together(center as unknown as Center)
})
afterEach(() => vi.useRealTimers())

function happens(draft: Draft): void {
  world.apply({ ...draft, seq: world.seq + 1, at: Date.now(), by: SYSTEM })
  told()
}
const said = (steering: Steering, screen: string) =>
  happens(replaySteered('jinxiu', { replay: REPLAY, screen, ...steering }))
const begun = (screen: string, account = 'commander') =>
  happens(replayBegun('jinxiu', { replay: REPLAY, leader: { account, name: account }, screen, moment: 0 }))

test('who leads hears no echo of its own words, however late they come back', async () => {
  await together.begin()
  begun(together.screen)
  const { steer } = followed[0] as SharedHead
  const faster = { moment: 1, speed: 16, playing: false }
  const plays = { moment: 1, speed: 16, playing: true }
  steer?.(faster)
  steer?.(plays)
  expect(asked.filter(([name]) => name === 'replay:steer')).toHaveLength(2)
  said(faster, together.screen)
  said(plays, together.screen)
  expect(followed).toHaveLength(1)
  // What the same person does on another screen holds for this one as well.
  said({ moment: 5, speed: 1, playing: false }, 'screen-another')
  expect(followed.at(-1)?.head).toMatchObject({ moment: 5 })
})

test('who follows is given each new head, no hand on it, and the lead when it is handed over', async () => {
  await together.join(REPLAY)
  begun('screen-another', 'operator')
  expect(followed.at(-1)?.steer).toBeUndefined()
  said({ moment: 7, speed: 2, playing: true }, 'screen-another')
  expect(followed.at(-1)).toMatchObject({ head: { moment: 7, speed: 2 }, steer: undefined })
  happens(replayLed('jinxiu', { replay: REPLAY, leader: { account: 'commander', name: '' } }))
  expect(followed.at(-1)?.steer).toBeDefined()
})
