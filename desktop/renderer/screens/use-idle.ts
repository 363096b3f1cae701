import { useEffect, useState } from 'react'

/** True when nobody has touched anything for so long. */
export function useIdle(afterMs: number): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), afterMs)
    const touched = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = setTimeout(() => setIdle(true), afterMs)
    }
    const events = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const
    for (const name of events) addEventListener(name, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const name of events) removeEventListener(name, touched)
    }
  }, [afterMs])
  return idle
}
