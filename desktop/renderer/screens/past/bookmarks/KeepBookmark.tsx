import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { keepBookmark } from '#shared/contract/bookmarks.ts'
import { clockTime, dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'
import { endKeeping, type Keeping, keeping } from './keeping.ts'

/** What a moment is kept as; it is kept by one press of Enter. */
export function KeepBookmark() {
  const now = useStore(keeping, (s) => s.now)
  return now ? <Form now={now} key={now.moment} /> : null
}

function Form({ now }: { now: Keeping }) {
  const { t } = useSpeech()
  const words = t.past.bookmark
  const center = useCenter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const said = (name: string) => String(fields.get(name) ?? '').trim()
    setBusy(true)
    try {
      await center.ask(keepBookmark, {
        moment: now.moment,
        ...(now.until !== undefined && { until: now.until }),
        name: said('name') || words.unnamed(clockTime(now.moment)),
        ...(said('note') && { note: said('note') }),
        ...(now.view && { view: now.view }),
        ...(now.picture && { picture: now.picture }),
      })
      say('good', words.kept)
      endKeeping()
    } catch (error) {
      say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
      setBusy(false)
    }
  }
  return (
    <dialog ref={dialog} className="bookmark-keep" aria-label={words.keep} onClose={endKeeping}>
      <form onSubmit={(event) => void submit(event)}>
        <h3>{words.keep}</h3>
        <p className="dim">
          {now.until === undefined ? dateTime(now.moment) : `${dateTime(now.moment)} – ${dateTime(now.until)}`}
        </p>
        {now.picture ? (
          <img className="bookmark-picture" src={`data:image/jpeg;base64,${now.picture}`} alt={words.picture} />
        ) : (
          now.view && <span className="bookmark-picture" aria-hidden />
        )}
        <label>
          {words.name}
          <input name="name" maxLength={60} placeholder={words.unnamed(clockTime(now.moment))} autoComplete="off" />
        </label>
        <label>
          {words.note}
          <textarea name="note" rows={3} maxLength={1000} />
        </label>
        <footer>
          <button type="button" className="top-button" onClick={endKeeping}>
            {words.cancel}
          </button>
          <button type="submit" className="top-button primary" disabled={busy}>
            {words.save}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
