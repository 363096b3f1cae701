import { App as AntApp } from 'antd'
import { useCallback, useContext, useMemo, useState } from 'react'
import { acknowledgeAlarm } from '#shared/contract/alarms.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AlarmPanel } from '../../panels/alarms/AlarmPanel.tsx'
import { DetailPanel } from '../../panels/detail/DetailPanel.tsx'
import { AcknowledgeContext } from '../../store/acknowledge.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter, useCenterState, useSelection } from '../../store/hooks.ts'
import { PlaceContext } from '../../store/site.ts'
import { SceneView } from '../scene/SceneView.tsx'
import { TimeBand } from './TimeBand.tsx'
import { TopBar } from './TopBar.tsx'
import { WallLead } from './WallLead.tsx'
import './desk.css'

/** The commander's workstation: list, place, card. */
export function Desk({ failed }: { failed: boolean }) {
  const center = useCenter()
  const { t } = useSpeech()
  const { message } = AntApp.useApp()
  const place = useContext(PlaceContext)
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const showsCard = useSelection(({ alarm, device, place: chosen }) => (alarm ?? device ?? chosen) !== undefined)

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
      <div className={`desk${showsCard ? ' with-card' : ''}`}>
        <TopBar />
        <div className="desk-list">
          <AlarmPanel />
        </div>
        <main className="desk-scene">
          <SceneView place={place} failed={failed} />
        </main>
        {showsCard && (
          <div className="desk-card">
            <DetailPanel />
          </div>
        )}
        <TimeBand />
        {isWall && <WallLead />}
      </div>
    </AcknowledgeContext.Provider>
  )
}
