import { useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { isSame, keepViews, MOST_VIEWS, type SavedView, savedViews } from './saved-views.ts'

interface SavedViewsProps {
  account: string | undefined
  now: SavedView
  use(view: SavedView): void
}

/** Looks at the list that were kept, one click each; what is looked at now can be kept. */
export function SavedViews({ account, now, use }: SavedViewsProps) {
  const { t } = useSpeech()
  const words = t.handling.saved
  const [views, setViews] = useState(() => savedViews(account))
  const change = (next: readonly SavedView[]) => {
    setViews(next)
    keepViews(account, next)
  }
  const nameOf = ({ view, typed, mine }: SavedView) =>
    [t.handling.views[view], mine ? t.handling.mine : '', typed.trim()].filter(Boolean).join(' · ')
  const isNarrowed = now.mine || now.typed.trim() !== ''
  const isKept = views.some((one) => isSame(one, now))
  const canKeep = isNarrowed && !isKept && views.length < MOST_VIEWS
  if (views.length === 0 && !canKeep) return null
  return (
    <div className="alarms-saved" role="toolbar" aria-label={words.title}>
      {views.map((one) => (
        <span key={nameOf(one)}>
          <button type="button" aria-pressed={isSame(one, now)} title={nameOf(one)} onClick={() => use(one)}>
            {nameOf(one)}
          </button>
          {isSame(one, now) && (
            <button
              type="button"
              aria-label={words.forget(nameOf(one))}
              title={words.forget(nameOf(one))}
              onClick={() => change(views.filter((other) => other !== one))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {canKeep && (
        <button type="button" onClick={() => change([...views, { ...now, typed: now.typed.trim().slice(0, 100) }])}>
          {words.keep}
        </button>
      )}
    </div>
  )
}
