import { type ComponentType, lazy } from 'react'
import { useSpeech } from '../i18n/language.ts'

/** A part of the program that is fetched when it is first wanted; where that fails, it says so. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load().catch(() => NotLoaded as ComponentType<P>) }))
}

function NotLoaded() {
  const { t } = useSpeech()
  return (
    <p role="alert" style={{ padding: 24 }}>
      {t.top.notLoaded}{' '}
      <button type="button" className="top-button" onClick={() => location.reload()}>
        {t.top.reload}
      </button>
    </p>
  )
}
