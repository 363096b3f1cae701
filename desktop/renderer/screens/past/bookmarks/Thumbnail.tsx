import { useEffect, useState } from 'react'
import { readThumbnail } from '#shared/contract/bookmarks.ts'
import type { Bookmark } from '#shared/world/bookmarks.ts'
import { useCenter } from '../../../store/hooks.ts'

/** They never change, so that each is asked for once. */
const known = new Map<string, Promise<string | null>>()
const MOST_KNOWN = 200

/** The scene of a bookmark; an empty field where nobody took a picture. */
export function Thumbnail({ bookmark: { bookmark, pictured, name } }: { bookmark: Bookmark }) {
  const center = useCenter()
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    if (!pictured) return
    let isOver = false
    let asked = known.get(bookmark)
    if (!asked) {
      asked = center.ask(readThumbnail, { bookmark }).then(({ picture }) => picture)
      // The next who looks may fare better.
      asked.catch(() => known.delete(bookmark))
      known.set(bookmark, asked)
      const [first] = known.keys()
      if (known.size > MOST_KNOWN && first !== undefined) known.delete(first)
    }
    asked.then(
      (found) => !isOver && setPicture(found),
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [center, bookmark, pictured])
  return picture ? (
    <img className="bookmark-picture" src={`data:image/jpeg;base64,${picture}`} alt={name} />
  ) : (
    <span className="bookmark-picture" aria-hidden />
  )
}
