import { App as AntApp } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { acknowledgeAlarm } from '#shared/contract/alarms.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AcknowledgeContext } from '../../store/acknowledge.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { useMedia } from '../use-media.ts'
import { DockedDesk } from './DockedDesk.tsx'
import { StackedDesk } from './StackedDesk.tsx'
import { TimeBand } from './TimeBand.tsx'
import { WallLead } from './WallLead.tsx'
import './desk.css'

/** Too narrow for anything to stand beside anything. */
const WIDE = '(min-width: 901px)'

/** The commander's workstation: list, place, card. */
export function Desk() {
  const center = useCenter()
  const { t } = useSpeech()
  const { message } = AntApp.useApp()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())

  const isWide = useMedia(WIDE)
  const isWall = useCenterState((s) => s.user?.role === 'viewer')
  const acknowledge = useCallback(
    async (alarm: string, note?: string) => {
      setBusy((before) => new Set(before).add(alarm))
      try {
        await center.ask(acknowledgeAlarm, note === undefined ? { alarm } : { alarm, note })
      } catch (error) {
        message.error(t.errors[error instanceof AskError ? error.code : 'internal'])
      } finally {
        setBusy((before) => new Set([...before].filter((id) => id !== alarm)))
      }
    },
    [center, message, t],
  )
  const acknowledging = useMemo(() => ({ acknowledge, busy }), [acknowledge, busy])

  return (
    <AcknowledgeContext.Provider value={acknowledging}>
      <div className={`desk ${isWide ? 'docked' : 'stacked'}`}>
        {isWide ? <DockedDesk /> : <StackedDesk />}
        <TimeBand />
        {isWall && <WallLead />}
      </div>
    </AcknowledgeContext.Provider>
  )
}
