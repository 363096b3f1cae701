import { App as AntApp } from 'antd'
import { useState } from 'react'
import type { AskCode } from '../../store/ask.ts'
import { codeOf } from './use-answer.ts'

/** What a form asks for: done, said and left behind; or it stays open and says what is wrong. */
export function useAttempt(done: () => void) {
  const { message } = AntApp.useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const attempt = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
      message.success(said)
      done()
    } catch (error) {
      setBusy(false)
      setProblem(codeOf(error))
    }
  }
  return { busy, problem, attempt }
}
