import { useCallback } from 'react'
import type { Outcome } from '#shared/contract/alarms.ts'
import type { Call } from '#shared/contract/call.ts'
import { useSpeech } from '../i18n/language.ts'
import { AskError } from './ask.ts'
import { useCenter } from './hooks.ts'

export type Said = (kind: 'good' | 'bad', text: string) => void

/** Does something with one alarm or many, and says what came of it. True: at least some of it was done. */
export function useHandle(say: Said) {
  const { ask } = useCenter()
  const { t } = useSpeech()
  return useCallback(
    async <I>(what: string, call: Call<I, Outcome>, input: I): Promise<boolean> => {
      try {
        const { done, refused } = await ask(call, input)
        say('good', t.handling.done(what, done.length))
        const [first] = refused
        if (first)
          say('bad', t.handling.refused(refused.length, (t.errors as Record<string, string>)[first.code] ?? first.code))
        return true
      } catch (error) {
        say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
        return false
      }
    },
    [ask, t, say],
  )
}
