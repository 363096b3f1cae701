import { App as AntApp } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { acknowledgeAlarm } from '#shared/contract/alarms.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AlarmPanel } from '../../panels/alarms/AlarmPanel.tsx'
import { DetailPanel } from '../../panels/detail/DetailPanel.tsx'
import { soundAlarms } from '../../sound/alarm-sound.ts'
import { AcknowledgeContext } from '../../store/acknowledge.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter, useCenterState, useSelection } from '../../store/hooks.ts'
import { PlaceContext, usePlace } from '../../store/site.ts'
import { SceneView } from '../scene/SceneView.tsx'
import { TimeBand } from './TimeBand.tsx'
import { TopBar } from './TopBar.tsx'
import { useAlarmNotice } from './use-alarm-notice.ts'
import { WallLead } from './WallLead.tsx'
import './desk.css'

/** The commander's workstation: list, place, card. */
export function Desk() {
  const center = useCenter()
  const { t } = useSpeech()
  const { message } = AntApp.useApp()
  const { place, failed } = usePlace()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const showsCard = useSelection(({ alarm, device, place: chosen }) => (alarm ?? device ?? chosen) !== undefined)

  useEffect(() => {
    const touched = () => center.touched()
    for (const name of ['pointerdown', 'keydown', 'wheel'] as const) addEventListener(name, touched, { passive: true })
    return () => {
      for (const name of ['pointerdown', 'keydown', 'wheel'] as const) removeEventListener(name, touched)
    }
  }, [center])

  const isWall = useCenterState((s) => s.user?.role === 'viewer')
  useEffect(() => soundAlarms(center), [center])
  useAlarmNotice(place?.site)

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
    <PlaceContext.Provider value={place}>
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
    </PlaceContext.Provider>
  )
}
