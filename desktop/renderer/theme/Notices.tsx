import { useStore } from 'zustand'
import { notices, unsay } from './notice.ts'
import './notices.css'

const SIGNS = { good: '✓', bad: '!', word: 'i' } as const

/** At the upper edge, above everything; a click puts one away. */
export function Notices() {
  const shown = useStore(notices, (s) => s.shown)
  return (
    <div className="notices" role="status">
      {shown.map(({ id, kind, text }) => (
        <button key={id} type="button" className={`notice ${kind}`} onClick={() => unsay(id)}>
          <i aria-hidden>{SIGNS[kind]}</i>
          {text}
        </button>
      ))}
    </div>
  )
}
