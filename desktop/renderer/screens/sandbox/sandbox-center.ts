import { createStore } from 'zustand/vanilla'
import type { Call } from '#shared/contract/call.ts'
import { FilmSource } from '../../players/film-source.ts'
import { AskError } from '../../store/ask.ts'
import type { Center, CenterState } from '../../store/center.ts'
import { answers } from './answers.ts'
import type { Fixture } from './fixtures.ts'

/** A center that is not there: a world that stands still, and answers that are made up. */
export function sandboxCenter({ world, time, answers: how, isDenied }: Fixture): Center {
  const user = { account: 'sandbox', name: '样板', role: 'commander', permissions: [] }
  const state = createStore<CenterState>(() => ({
    user: user as unknown as NonNullable<CenterState['user']>,
    endedBy: undefined,
    time,
    clockOffset: 0,
    health: { state: 'ok' },
    past: undefined,
    recording: undefined,
  }))
  const ask = async (call: Call, input: Record<string, unknown>): Promise<unknown> => {
    if (how === 'never') return new Promise(() => {})
    if (how === 'away') throw new AskError('net.unreachable')
    if (how === 'refused') throw new AskError('internal')
    return answers[call.name]?.(input, Date.now()) ?? {}
  }
  const now = () => Date.now()
  const onLive: Center['onLive'] = (subject, told) => world.subscribe(subject, told)
  const live = { live: world, liveNow: now, onLive }
  const record = new FilmSource({ ask: ask as never, unpack: async () => ({}) as never, now })
  const happened: Center['happened'] = (...asked) => record.happened(...asked)
  const parts = { world, state, ask, happened, may: () => !isDenied, now, ...live, address: (path: string) => path }
  // Of a real one panels use these parts and no others.
  return parts as unknown as Center
}
