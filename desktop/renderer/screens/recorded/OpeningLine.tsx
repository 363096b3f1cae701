import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import { useCenterState } from '../../store/hooks.ts'
import { forgetOpening, opening } from '../../store/recorded/opening.ts'

/** Of a file that the window was given while it shows the present: how far it is, or why it cannot be opened. */
export function OpeningLine() {
  const words = useSpeech().t.recorded
  const isLive = useCenterState((s) => s.past === undefined)
  const { share, problem, name } = useStore(opening)
  if (!isLive || (share === undefined && !problem)) return null
  return (
    <p className={`foot-note${problem ? ' failed' : ''}`} role={problem ? 'alert' : 'status'}>
      <strong>{name}</strong>
      <span>
        {share !== undefined && words.opening(Math.floor(share * 100))}
        {problem && (problem === 'failed' ? words.failed : words.problems[problem])}
      </span>
      <button type="button" className="plain" onClick={forgetOpening}>
        {problem ? words.export.close : words.export.cancel}
      </button>
    </p>
  )
}
