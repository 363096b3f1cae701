import { useState } from 'react'
import type { Bookmark } from '#shared/world/bookmarks.ts'
import { clockTime, dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import type { Stretch } from '../timeline-span.ts'
import { goToBookmark, useBookmarks } from './kept.ts'
import { Thumbnail } from './Thumbnail.tsx'

/** Flags nearer than this, as a share of the width, would stand on one another: they are one, which counts them. */
const NEAR = 0.008

/** Bookmarks on the timeline: what they show comes up under the pointer, a click goes there. */
export function BookmarkFlags({ stretch: { from, to } }: { stretch: Stretch }) {
  const words = useSpeech().t.past.bookmark
  const center = useCenter()
  const { kept } = useBookmarks()
  const [shown, setShown] = useState<string>()
  const at = (time: number) => (time - from) / (to - from)
  const flags: [Bookmark, ...Bookmark[]][] = []
  for (const one of kept) {
    if (one.moment < from || one.moment > to) continue
    const last = flags.at(-1)
    if (last && at(one.moment) - at(last[0].moment) < NEAR) last.push(one)
    else flags.push([one])
  }
  const card = flags.find(([{ bookmark }]) => bookmark === shown)
  return (
    <div className="bookmark-flags">
      {flags.map(([one, ...others]) => (
        <button
          key={one.bookmark}
          type="button"
          style={{ left: `${at(one.moment) * 100}%` }}
          aria-label={words.goTo([one, ...others].map(({ name }) => name).join('、'))}
          onClick={() => goToBookmark(center, one)}
          onPointerEnter={() => setShown(one.bookmark)}
          onPointerLeave={() => setShown(undefined)}
          onFocus={() => setShown(one.bookmark)}
          onBlur={() => setShown(undefined)}
        >
          {others.length > 0 && others.length + 1}
        </button>
      ))}
      {card && <Card of={card} left={at(card[0].moment)} />}
    </div>
  )
}

/** What a flag stands for: the first of them whole, the others by their names. */
function Card({ of: [first, ...others], left }: { of: [Bookmark, ...Bookmark[]]; left: number }) {
  return (
    <div className="bookmark-card" style={{ left: `clamp(0px, ${left * 100}% - 130px, 100% - 260px)` }}>
      <Thumbnail bookmark={first} key={first.bookmark} />
      <strong>{first.name}</strong>
      <span className="dim">{dateTime(first.moment)}</span>
      {first.note && <p>{first.note}</p>}
      {others.map((one) => (
        <span key={one.bookmark}>
          {one.name} <span className="dim">{clockTime(one.moment)}</span>
        </span>
      ))}
    </div>
  )
}
