import { useState } from 'react'
import { removeBookmark, restoreBookmark } from '#shared/contract/bookmarks.ts'
import type { Call } from '#shared/contract/call.ts'
import type { Bookmark } from '#shared/world/bookmarks.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'
import { BookmarkRow } from './BookmarkRow.tsx'
import { goToBookmark, useBookmarks } from './kept.ts'

/** All bookmarks, the newest moment first; what was taken away here can be put back here. */
export function BookmarkList() {
  const { t } = useSpeech()
  const words = t.past.bookmark
  const center = useCenter()
  const { kept, removed } = useBookmarks()
  const [sought, setSought] = useState('')
  const [gone, setGone] = useState<readonly string[]>([])
  const act = (call: Call<{ bookmark: string }, object>, { bookmark }: Bookmark) =>
    center
      .ask(call, { bookmark })
      .catch((error) => say('bad', t.errors[error instanceof AskError ? error.code : 'internal']))
  const needle = sought.trim().toLowerCase()
  const shown = [...kept, ...removed.filter(({ bookmark }) => gone.includes(bookmark))]
    .filter(({ name, note, by }) => `${name} ${note ?? ''} ${by.name ?? by.id}`.toLowerCase().includes(needle))
    .sort((a, b) => b.moment - a.moment)
  return (
    <section className="bookmark-list" aria-label={words.title}>
      <input
        type="search"
        value={sought}
        placeholder={words.search}
        aria-label={words.search}
        onChange={({ target }) => setSought(target.value)}
      />
      {shown.length === 0 && <p className="dim">{needle ? words.noneFound : words.none}</p>}
      <ul>
        {shown.map((one) => (
          <BookmarkRow
            key={one.bookmark}
            bookmark={one}
            go={() => goToBookmark(center, one)}
            remove={() => {
              setGone([...gone, one.bookmark])
              void act(removeBookmark, one)
            }}
            restore={() => void act(restoreBookmark, one)}
          />
        ))}
      </ul>
    </section>
  )
}
