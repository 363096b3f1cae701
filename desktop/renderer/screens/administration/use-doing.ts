import { App as AntApp } from 'antd'
import { useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { codeOf } from './use-answer.ts'

/** One thing at a time; a refusal is said in words, and the list is asked for anew either way. */
export function useDoing(then: () => void): { busy: boolean; doing(work: () => Promise<void>): Promise<void> } {
  const { t } = useSpeech()
  const { message } = AntApp.useApp()
  const [busy, setBusy] = useState(false)
  const doing = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      message.error(t.errors[codeOf(error)])
    } finally {
      setBusy(false)
      then()
    }
  }
  return { busy, doing }
}
