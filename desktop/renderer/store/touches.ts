import { useEffect } from 'react'
import { useCenter } from './hooks.ts'

/** Whoever moves, presses or scrolls is there: it keeps the session open. */
export function useTouches(): void {
  const center = useCenter()
  useEffect(() => {
    const touched = () => center.touched()
    for (const name of ['pointerdown', 'keydown', 'wheel'] as const) addEventListener(name, touched, { passive: true })
    return () => {
      for (const name of ['pointerdown', 'keydown', 'wheel'] as const) removeEventListener(name, touched)
    }
  }, [center])
}
