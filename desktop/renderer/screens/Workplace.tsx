import { Suspense, useCallback, useMemo, useState } from 'react'
import { acknowledgeAlarms } from '#shared/contract/alarms.ts'
import { useSpeech } from '../i18n/language.ts'
import { AcknowledgeContext } from '../store/acknowledge.ts'
import { AskError } from '../store/ask.ts'
import { useCenter } from '../store/hooks.ts'
import { useScreen } from '../store/screen.ts'
import { say } from '../theme/notice.ts'
import { Desk } from './desk/Desk.tsx'
import { HandlingDialog } from './handling/HandlingDialog.tsx'
import { lazily } from './lazily.tsx'
import { useMedia } from './use-media.ts'

const BigScreen = lazily(async () => (await import('./big/BigScreen.tsx')).BigScreen)

/** Too narrow for anything to stand beside anything. */
const WIDE = '(min-width: 901px)'

/** What a window is used for: a desk, or a wall where there is room for one. */
export function Workplace() {
  const center = useCenter()
  const { t } = useSpeech()
  const screen = useScreen()
  const isWide = useMedia(WIDE)
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const acknowledge = useCallback(
    async (alarm: string, note?: string) => {
      setBusy((before) => new Set(before).add(alarm))
      try {
        await center.ask(acknowledgeAlarms, note === undefined ? { alarms: [alarm] } : { alarms: [alarm], note })
      } catch (error) {
        say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
      } finally {
        setBusy((before) => new Set([...before].filter((id) => id !== alarm)))
      }
    },
    [center, t],
  )
  const acknowledging = useMemo(() => ({ acknowledge, busy }), [acknowledge, busy])
  return (
    <AcknowledgeContext.Provider value={acknowledging}>
      {screen === 'big' && isWide ? (
        <Suspense>
          <BigScreen />
        </Suspense>
      ) : (
        <Desk isWide={isWide} />
      )}
      <HandlingDialog />
    </AcknowledgeContext.Provider>
  )
}
