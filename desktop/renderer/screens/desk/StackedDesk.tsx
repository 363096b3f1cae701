import { AlarmPanel } from '../../panels/alarms/AlarmPanel.tsx'
import { DetailPanel } from '../../panels/detail/DetailPanel.tsx'
import { useSelection } from '../../store/hooks.ts'
import { chosenOf } from '../chosen.ts'
import { KeepPanel } from '../KeepPanel.tsx'
import { SceneView } from '../scene/SceneView.tsx'
import { TopBar } from './TopBar.tsx'

/** On a narrow screen: the scene, and under it the list, or the card over that. */
export function StackedDesk() {
  const showsCard = useSelection((s) => chosenOf(s) !== undefined)
  return (
    <>
      <TopBar />
      <main className="desk-scene">
        <KeepPanel>
          <SceneView />
        </KeepPanel>
      </main>
      <div className="desk-list">
        <KeepPanel>
          <AlarmPanel />
        </KeepPanel>
      </div>
      {showsCard && (
        <div className="desk-card">
          <KeepPanel>
            <DetailPanel />
          </KeepPanel>
        </div>
      )}
    </>
  )
}
