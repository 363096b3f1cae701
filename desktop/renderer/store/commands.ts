import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Something that can be done by its name, from the field of search. */
export interface Command {
  id: string
  name: string
  /** The key that does it as well. */
  key?: string
  run(): void
}

/** Offered by whatever is on the screen just now: each part of it says what it can do. */
const offered = createStore<{ lists: readonly (readonly Command[])[] }>(() => ({ lists: [] }))

/** What a part of the screen can do, for as long as it is there. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    offered.setState(({ lists }) => ({ lists: [...lists, commands] }))
    return () => offered.setState(({ lists }) => ({ lists: lists.filter((list) => list !== commands) }))
  }, [commands])
}

export function useOfferedCommands(): readonly (readonly Command[])[] {
  return useStore(offered, (s) => s.lists)
}

export function runCommand(id: string): void {
  for (const list of offered.getState().lists) list.find((command) => command.id === id)?.run()
}
