import { useMemo } from 'react'
import { useSpeech } from '../i18n/language.ts'
import { type Command, useCommands } from '../store/commands.ts'

/** What only a program with windows of its own can do; in a browser nothing of it is offered. */
export function ShellCommands() {
  const { t } = useSpeech()
  const words = t.commands
  useCommands(
    useMemo<Command[]>(() => {
      const { ankan } = window
      if (!ankan) return []
      return [
        { id: 'window big', name: words.windowBig, run: () => void ankan.ask('window:open', 'big') },
        { id: 'window desk', name: words.windowDesk, run: () => void ankan.ask('window:open', 'desk') },
        { id: 'fullscreen', name: words.fullscreen, run: () => void ankan.ask('window:toggle-fullscreen') },
        { id: 'machine', name: words.machine, run: () => void ankan.ask('machine:open-settings') },
      ]
    }, [words]),
  )
  return null
}
