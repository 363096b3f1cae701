import { useEffect } from 'react'
import { useScene } from './scene-context.ts'

/** A wall that nobody touches shows the place from all sides; whoever touches it has it to himself for so long. */
const ALONE_MS = 90_000

export function AutoTour() {
  const { stage } = useScene()
  useEffect(() => {
    let timer = setTimeout(begin, ALONE_MS)
    function begin() {
      const { inside, cruising, canReturn } = stage.state.getState()
      // Where an alarm is looked at, the camera stays.
      if (!cruising && !inside && !canReturn) stage.cruise(true)
      timer = setTimeout(begin, ALONE_MS)
    }
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(begin, ALONE_MS)
    }
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const name of events) addEventListener(name, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const name of events) removeEventListener(name, touched)
    }
  }, [stage])
  return null
}
