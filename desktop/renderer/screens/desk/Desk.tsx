import { App as AntApp } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { acknowledgeAlarm } from '#shared/contract/alarms.ts'
import type { Site } from '#tiles/cim/site.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AlarmPanel } from '../../panels/alarms/AlarmPanel.tsx'
import { DetailPanel } from '../../panels/detail/DetailPanel.tsx'
import { AcknowledgeContext } from '../../store/acknowledge.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter, useCenterState, useSelection, useSubject } from '../../store/hooks.ts'
import { loadSite, SiteContext } from '../../store/site.ts'
import { SceneView } from './SceneView.tsx'
import { TimeBand } from './TimeBand.tsx'
import { TopBar } from './TopBar.tsx'
import './desk.css'

/** The commander's workstation: list, place, card. */
export function Desk() {
  const center = useCenter()
  const { t } = useSpeech()
  const { message } = AntApp.useApp()
  const [site, setSite] = useState<Site>()
  const [siteFailed, setSiteFailed] = useState(false)
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const phase = useCenterState((s) => s.time.phase)
  useSubject('alarms')
  useSubject('devices')
  const { world } = center
  const showsCard = useSelection(
    (s) => world.get('alarms', s.alarm ?? '') !== undefined || world.get('devices', s.device ?? '') !== undefined,
  )

  useEffect(() => {
    if (site || phase !== 'live') return
    loadSite(center.ask).then(setSite, () => setSiteFailed(true))
  }, [center, site, phase])

  useEffect(() => {
    const touched = () => center.touched()
    for (const name of ['pointerdown', 'keydown', 'wheel'] as const) addEventListener(name, touched, { passive: true })
    return () => {
      for (const name of ['pointerdown', 'keydown', 'wheel'] as const) removeEventListener(name, touched)
    }
  }, [center])

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
    <SiteContext.Provider value={site}>
      <AcknowledgeContext.Provider value={acknowledging}>
        <div className={`desk${showsCard ? ' with-card' : ''}`}>
          <TopBar />
          <div className="desk-list">
            <AlarmPanel />
          </div>
          <main className="desk-scene">
            <SceneView site={site} failed={siteFailed} />
          </main>
          {showsCard && (
            <div className="desk-card">
              <DetailPanel />
            </div>
          )}
          <TimeBand />
        </div>
      </AcknowledgeContext.Provider>
    </SiteContext.Provider>
  )
}
