import { createContext, useCallback, useContext, useEffect, useReducer, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Center, CenterState } from './center.ts'
import { type Selection, selection } from './selection.ts'
import type { Subject, WorldStore } from './world-store.ts'

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

/** The same of the present, whatever is looked at. */
export function useLiveSubject(subject: Subject): WorldStore {
  const center = useCenter()
  const [, tell] = useReducer((count: number) => count + 1, 0)
  useEffect(() => center.onLive(subject, tell), [center, subject])
  return center.live
}

/** What goes on about its own work whichever moment the screens show: its time is the present. */
export const PresentContext = createContext(false)

/** The time that is shown, renewed once a second, and at once when one goes elsewhere in the past. */
export function useNow(everyMs = 1000): number {
  const center = useCenter()
  const isPresent = useContext(PresentContext)
  const read = useCallback(() => (isPresent ? center.liveNow() : center.now()), [center, isPresent])
  const [now, setNow] = useState(read)
  const past = useCenterState((s) => s.past)
  useEffect(() => {
    setNow(read())
    const timer = setInterval(() => setNow(read()), everyMs)
    // In the past time may run fast, and all that tells it tells the same.
    const stop = past?.state.subscribe((is, was) => {
      if (is.jumps !== was.jumps || sceneOf(is.shownAt) !== sceneOf(was.shownAt)) setNow(read())
    })
    return () => {
      clearInterval(timer)
      stop?.()
    }
  }, [read, past, everyMs])
  return now
}

/** Counts the jumps in the past; nought in the present. What is asked for once is asked for again by it. */
export function useJumps(): number {
  const past = useCenterState((s) => s.past)
  return useSyncExternalStore(
    (changed) => past?.state.subscribe(changed) ?? (() => {}),
    () => (past ? past.state.getState().jumps + 1 : 0),
  )
}

/** What is asked of the record besides is shown as far as it had come then; in the present, all. */
export function useShownUntil(): number {
  const isPast = useCenterState((s) => s.past !== undefined)
  const now = useNow()
  return isPast ? now : Number.POSITIVE_INFINITY
}

/** A quarter of a second of whoever looks, when it runs at its fastest; a second at least. */
const SCENE_MS = 15_000
const sceneOf = (at = 0) => Math.floor(at / SCENE_MS)

/** For what walks through all devices. Without the server it stands still: nobody falls silent because nothing is heard at all. */
export function useSlowNow(): number {
  const center = useCenter()
  const now = useNow(3000)
  const time = useCenterState((s) => s.time)
  const past = useCenterState((s) => s.past)
  return time.phase === 'lost' && !past ? time.since + center.now() - Date.now() : now
}

export function useSelection<T>(pick: (selection: Selection) => T): T {
  return useStore(selection, pick)
}
