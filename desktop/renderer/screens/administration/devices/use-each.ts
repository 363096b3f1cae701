import { useState } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { codeOf } from '../use-answer.ts'

/** Does something to many, one after another: each is a command of its own, on record; one that is refused holds up no other. */
export function useEach() {
  const { t } = useSpeech()
  const d = useAdminTexts().devices
  const [running, setRunning] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const each = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> => {
    let failed = 0
    let why = ''
    setProblem(undefined)
    for (const [i, one] of all.entries()) {
      if (i % 10 === 0) setRunning(d.bulkRunning(i, all.length))
      try {
        await work(one)
      } catch (error) {
        failed++
        why ||= t.errors[codeOf(error)]
      }
    }
    setRunning(undefined)
    if (failed > 0) setProblem(d.bulkFailed(failed, why))
    return failed
  }
  return { running, problem, each }
}
