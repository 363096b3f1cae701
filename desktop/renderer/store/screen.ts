import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useCenterState } from './hooks.ts'

/** What a window is: a place to work at, or a wall to look at. */
export type Screen = 'desk' | 'big'

const PARAMETER = 'screen'

/** Said by the address, so that a wall comes up as a wall: `?screen=big`. */
const named = createStore<{ screen: Screen | undefined }>(() => ({ screen: screenOf(location.search) }))

export function screenOf(search: string): Screen | undefined {
  const wanted = new URLSearchParams(search).get(PARAMETER)
  return wanted === 'desk' || wanted === 'big' ? wanted : undefined
}

/** Of this window's address alone. */
export function namedScreen(): Screen | undefined {
  return named.getState().screen
}

/** Without a word of the address, whoever signs in as a wall has one. */
export function useScreen(): Screen {
  const isWall = useCenterState((s) => s.user?.role === 'viewer')
  const screen = useStore(named, (s) => s.screen)
  return screen ?? (isWall ? 'big' : 'desk')
}

export function goToScreen(screen: Screen): void {
  const address = new URL(location.href)
  address.searchParams.set(PARAMETER, screen)
  history.replaceState(history.state, '', address)
  named.setState({ screen })
}
