import { useEffect, useRef, useState } from 'react'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { BookmarkList } from './BookmarkList.tsx'
import { beginKeeping } from './keeping.ts'
import { useBookmarks } from './kept.ts'

/** Keeps the moment that is shown, and lists all that were kept. */
export function BookmarkButton() {
  const words = useSpeech().t.past.bookmark
  const center = useCenter()
  const { kept } = useBookmarks()
  const [open, setOpen] = useState(false)
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = ({ target }: PointerEvent) => {
      const isWithin = target instanceof Element && (room.current?.contains(target) || target.closest('dialog'))
      if (!isWithin) setOpen(false)
    }
    addEventListener('pointerdown', outside)
    return () => removeEventListener('pointerdown', outside)
  }, [open])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={room}
      role="group"
      aria-label={words.title}
      className="bookmark-room"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
      }}
    >
      <button type="button" title={words.keep} onClick={() => beginKeeping(center)}>
        {words.add} <kbd>B</kbd>
      </button>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.list(kept.length)}
      </button>
      {open && <BookmarkList />}
    </div>
  )
}
