import { type FormEvent, useState } from 'react'
import { changeBookmark } from '#shared/contract/bookmarks.ts'
import type { Bookmark } from '#shared/world/bookmarks.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'
import { mayChange } from './kept.ts'
import { Thumbnail } from './Thumbnail.tsx'

interface Props {
  bookmark: Bookmark
  go(): void
  remove(): void
  restore(): void
}

export function BookmarkRow({ bookmark, go, remove, restore }: Props) {
  const { t } = useSpeech()
  const words = t.past.bookmark
  const center = useCenter()
  const [writing, setWriting] = useState(false)
  const { moment, name, note, by, removedAt } = bookmark
  if (removedAt !== undefined)
    return (
      <li className="dim">
        <span>{words.removed(name)}</span>
        <button type="button" onClick={restore}>
          {words.restore}
        </button>
      </li>
    )
  if (writing) return <Rewrite bookmark={bookmark} done={() => setWriting(false)} />
  return (
    <li>
      <button type="button" className="bookmark-go" aria-label={words.goTo(name)} onClick={go}>
        <Thumbnail bookmark={bookmark} />
        <span>
          <strong>{name}</strong>
          <span className="dim">
            {dateTime(moment)} · {by.name ?? by.id}
          </span>
          {note && <span className="bookmark-note">{note}</span>}
        </span>
      </button>
      {mayChange(center, bookmark) && (
        <span className="bookmark-acts">
          <button type="button" aria-label={words.changeOf(name)} onClick={() => setWriting(true)}>
            {words.change}
          </button>
          <button type="button" aria-label={words.removeOf(name)} onClick={remove}>
            {words.remove}
          </button>
        </span>
      )}
    </li>
  )
}

function Rewrite({ bookmark: { bookmark, name, note }, done }: { bookmark: Bookmark; done(): void }) {
  const { t } = useSpeech()
  const words = t.past.bookmark
  const center = useCenter()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const said = (field: string) => String(fields.get(field) ?? '').trim()
    try {
      await center.ask(changeBookmark, {
        bookmark,
        name: said('name') || name,
        ...(said('note') && { note: said('note') }),
      })
      done()
    } catch (error) {
      say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
    }
  }
  return (
    <li>
      <form className="bookmark-rewrite" onSubmit={(event) => void submit(event)}>
        <input name="name" defaultValue={name} maxLength={60} aria-label={words.name} ref={(field) => field?.focus()} />
        <textarea name="note" defaultValue={note} rows={2} maxLength={1000} aria-label={words.note} />
        <span className="bookmark-acts">
          <button type="submit">{words.save}</button>
          <button type="button" onClick={done}>
            {words.cancel}
          </button>
        </span>
      </form>
    </li>
  )
}
