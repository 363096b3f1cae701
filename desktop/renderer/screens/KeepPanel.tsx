import { type ReactNode, useEffect } from 'react'
import { useSpeech } from '../i18n/language.ts'
import { waitBefore } from '../store/reloads.ts'
import { useScreen } from '../store/screen.ts'
import { type Failure, Keep, textOf } from './Keep.tsx'
import './failed.css'

/** A part of the screen that throws takes down itself alone, says so, and can be started again. */
export function KeepPanel({ children }: { children: ReactNode }) {
  return <Keep failed={(failure) => <Failed {...failure} />}>{children}</Keep>
}

function Failed({ error, times, again }: Failure) {
  const { t } = useSpeech()
  const isWall = useScreen() === 'big'
  // Nobody stands before a wall to press anything.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another failure is another wait
  useEffect(() => {
    if (!isWall) return
    const timer = setTimeout(again, waitBefore(times))
    return () => clearTimeout(timer)
  }, [isWall, times])
  return (
    <div className="panel-failed" role="alert">
      <p>{t.dock.failed}</p>
      <button type="button" onClick={again}>
        {t.dock.again}
      </button>
      <details>
        <summary>{t.failure.details}</summary>
        <pre>{textOf(error)}</pre>
      </details>
    </div>
  )
}
