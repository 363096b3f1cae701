import { type ReactNode, useEffect, useState } from 'react'
import { useSpeech } from '../i18n/language.ts'
import { countFailure, waitBefore } from '../store/reloads.ts'
import { useScreen } from '../store/screen.ts'
import { type Failure, Keep, textOf } from './Keep.tsx'
import './failed.css'

/** Above all that a window shows: it is never blank. */
export function KeepScreen({ children }: { children: ReactNode }) {
  return <Keep failed={(failure) => <Failed {...failure} />}>{children}</Keep>
}

function Failed({ error }: Failure) {
  const { t } = useSpeech()
  const isWall = useScreen() === 'big'
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    // Nobody stands before a wall to press anything.
    if (!isWall) return
    const dueAt = Date.now() + waitBefore(countFailure(sessionStorage, Date.now()))
    const look = () => {
      const left = dueAt - Date.now()
      setSeconds(Math.max(0, Math.ceil(left / 1000)))
      if (left <= 0) location.reload()
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [isWall])
  return (
    <main className="screen-failed" role="alert">
      <h1>{t.failure.title}</h1>
      <p>{t.failure.hint}</p>
      <button type="button" onClick={() => location.reload()}>
        {t.top.reload}
      </button>
      {seconds !== undefined && <p className="dim">{t.failure.reloading(seconds)}</p>}
      <details>
        <summary>{t.failure.details}</summary>
        <pre>{textOf(error)}</pre>
      </details>
    </main>
  )
}
