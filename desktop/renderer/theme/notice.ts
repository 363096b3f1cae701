import { createStore } from 'zustand/vanilla'

export interface Notice {
  id: number
  kind: 'good' | 'bad' | 'word'
  text: string
}

const SECONDS = { good: 3, bad: 6, word: 6 } as const
/** More at a time nobody reads. */
const MOST = 3

/** What the screen says in passing: done, not done and why. */
export const notices = createStore<{ shown: readonly Notice[] }>(() => ({ shown: [] }))
let last = 0

export function say(kind: Notice['kind'], text: string, seconds: number = SECONDS[kind]): void {
  const id = ++last
  // The same said again is said once.
  notices.setState(({ shown }) => ({
    shown: [...shown.filter((one) => one.text !== text), { id, kind, text }].slice(-MOST),
  }))
  setTimeout(() => unsay(id), seconds * 1000)
}

export function unsay(id: number): void {
  notices.setState(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }))
}
