import { createStore } from 'zustand/vanilla'
import type { Pointing } from '#shared/contract/wire.ts'

/** A spot that nobody points at any more is forgotten after so long. */
const SHOWN_MS = 3000

/** Where people point in shared replays just now, by account. */
export const pointers = createStore<{ shown: ReadonlyMap<string, Pointing> }>(() => ({ shown: new Map() }))
const ends = new Map<string, ReturnType<typeof setTimeout>>()

export function heardPointing(pointing: Pointing): void {
  const { account, at } = pointing
  clearTimeout(ends.get(account))
  if (!at) {
    forget(account)
    return
  }
  ends.set(
    account,
    setTimeout(() => forget(account), SHOWN_MS),
  )
  pointers.setState(({ shown }) => ({ shown: new Map(shown).set(account, pointing) }))
}

function forget(account: string): void {
  ends.delete(account)
  pointers.setState(({ shown }) => {
    const left = new Map(shown)
    left.delete(account)
    return { shown: left }
  })
}
