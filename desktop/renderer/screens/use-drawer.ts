import { type RefObject, useEffect, useRef, useState } from 'react'
import { useScreen } from '../store/screen.ts'
import { useIdle } from './use-idle.ts'

/** On a wall nobody comes back to put it away. */
const FORGOTTEN_MS = 60_000

/** A drawer under a button: Escape, or a press anywhere else, puts it away. */
export function useDrawer(): { box: RefObject<HTMLDivElement | null>; open: boolean; toggle(): void } {
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const isWall = useScreen() === 'big'
  const isForgotten = useIdle(FORGOTTEN_MS) && isWall
  if (open && isForgotten) setOpen(false)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      const isElsewhere = !(event instanceof KeyboardEvent) && !box.current?.contains(event.target as Node)
      if (!isEscape && !isElsewhere) return
      // The keys go back to where they came from.
      if (isEscape && box.current?.contains(document.activeElement)) box.current.querySelector('button')?.focus()
      setOpen(false)
    }
    for (const name of ['pointerdown', 'keydown'] as const) addEventListener(name, away)
    return () => {
      for (const name of ['pointerdown', 'keydown'] as const) removeEventListener(name, away)
    }
  }, [open])
  return { box, open, toggle: () => setOpen(!open) }
}
