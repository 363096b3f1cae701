import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Center, CenterState } from './center.ts'
import { type Selection, selection } from './selection.ts'
import type { Subject } from './world-store.ts'

export const CenterContext = createContext<Center | undefined>(undefined)

export function useCenter(): Center {
  const center = useContext(CenterContext)
  if (!center) throw new Error('no center above this component')
  return center
}

export function useCenterState<T>(pick: (state: CenterState) => T): T {
  return useStore(useCenter().state, pick)
}

/** Draws again whenever the subject changes; returns its version, to hang computations on. */
export function useSubject(subject: Subject): number {
  const { world } = useCenter()
  return useSyncExternalStore(
    (changed) => world.subscribe(subject, changed),
    () => world.version(subject),
  )
}

/** The server's time, renewed once a second. */
export function useNow(everyMs = 1000): number {
  const center = useCenter()
  const [now, setNow] = useState(() => center.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(center.now()), everyMs)
    return () => clearInterval(timer)
  }, [center, everyMs])
  return now
}

/** For what walks through all devices. Without the server it stands still: nobody falls silent because nothing is heard at all. */
export function useSlowNow(): number {
  const center = useCenter()
  const now = useNow(3000)
  const time = useCenterState((s) => s.time)
  return time.phase === 'lost' ? time.since + center.now() - Date.now() : now
}

export function useSelection<T>(pick: (selection: Selection) => T): T {
  return useStore(selection, pick)
}
