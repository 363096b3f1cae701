import { useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useSite } from '../../store/site.ts'
import { type Bookmark, keepBookmarks, readBookmarks } from './bookmarks.ts'
import { useScene } from './scene-context.ts'

/** Views to come back to. */
export function BookmarkTool() {
  const { t } = useSpeech()
  const { stage } = useScene()
  const community = useSite()?.community.id ?? ''
  const [bookmarks, setBookmarks] = useState(() => readBookmarks(community))
  const [name, setName] = useState('')
  const words = t.scene.bookmark
  const keep = (next: Bookmark[]) => {
    keepBookmarks(community, next)
    setBookmarks(next)
  }
  const add = () => {
    keep([...bookmarks, { name: name.trim() || words.unnamed(bookmarks.length + 1), ...stage.vantage }])
    setName('')
  }
  const go = ({ name: _, ...vantage }: Bookmark) => {
    stage.focus.clear()
    void stage.goTo(vantage)
  }
  return (
    <section aria-label={t.scene.tools.bookmark}>
      <h4>{t.scene.tools.bookmark}</h4>
      {bookmarks.length === 0 && <p className="dim">{words.none}</p>}
      <ul className="scene-list">
        {bookmarks.map((bookmark, i) => (
          <li key={`${bookmark.name} ${bookmark.pose.heading} ${bookmark.pose.range}`}>
            <button type="button" className="scene-link" onClick={() => go(bookmark)}>
              {bookmark.name}
            </button>
            <button
              type="button"
              className="scene-link"
              aria-label={words.remove(bookmark.name)}
              onClick={() => keep(bookmarks.filter((_, j) => j !== i))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form
        className="scene-add"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <input value={name} maxLength={40} placeholder={words.name} onChange={(event) => setName(event.target.value)} />
        <button type="submit">{words.add}</button>
      </form>
    </section>
  )
}
