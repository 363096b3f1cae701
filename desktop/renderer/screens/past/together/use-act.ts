import { useCallback } from 'react'
import { useSpeech } from '../../../i18n/language.ts'
import { AskError } from '../../../store/ask.ts'
import { say } from '../../../theme/notice.ts'

/** Does what somebody pressed, and says why when it was not done. */
export function useAct(): (done: Promise<unknown>) => void {
  const { t } = useSpeech()
  return useCallback(
    (done) => {
      done.catch((error) => say('bad', t.errors[error instanceof AskError ? error.code : 'internal']))
    },
    [t],
  )
}
