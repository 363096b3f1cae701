import { useState } from 'react'
import type { Bookmark } from '#shared/world/bookmarks.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import type { Stretch } from '../timeline-span.ts'
import { goToBookmark, useBookmarks } from './kept.ts'
import { Thumbnail } from './Thumbnail.tsx'

/** Flags nearer than this, as a share of the width, stand on one another: the last of them is shown. */
const NEAR = 0.008

/** Bookmarks on the timeline: what they show comes up under the pointer, a click goes there. */
export function BookmarkFlags({ stretch: { from, to } }: { stretch: Stretch }) {
  const words = useSpeech().t.past.bookmark
  const center = useCenter()
  const { kept } = useBookmarks()
  const [shown, setShown] = useState<string>()
  const at = (time: number) => (time - from) / (to - from)
  const flags: Bookmark[] = []
  for (const one of kept) {
    if (one.moment < from || one.moment > to) continue
    const last = flags.at(-1)
    if (last && at(one.moment) - at(last.moment) < NEAR) flags.pop()
    flags.push(one)
  }
  const card = flags.find(({ bookmark }) => bookmark === shown)
  return (
    <div className="bookmark-flags">
      {flags.map((one) => (
        <button
          key={one.bookmark}
          type="button"
          style={{ left: `${at(one.moment) * 100}%` }}
          aria-label={words.goTo(one.name)}
          onClick={() => goToBookmark(center, one)}
          onPointerEnter={() => setShown(one.bookmark)}
          onPointerLeave={() => setShown(undefined)}
          onFocus={() => setShown(one.bookmark)}
          onBlur={() => setShown(undefined)}
        />
      ))}
      {card && (
        <div className="bookmark-card" style={{ left: `clamp(0px, ${at(card.moment) * 100}% - 130px, 100% - 260px)` }}>
          <Thumbnail bookmark={card} key={card.bookmark} />
          <strong>{card.name}</strong>
          <span className="dim">{dateTime(card.moment)}</span>
          {card.note && <p>{card.note}</p>}
        </div>
      )}
    </div>
  )
}
