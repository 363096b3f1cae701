import { AlarmPanel } from '../../panels/alarms/AlarmPanel.tsx'
import { DetailPanel } from '../../panels/detail/DetailPanel.tsx'
import { useSelection } from '../../store/hooks.ts'
import { chosenOf } from '../chosen.ts'
import { SceneView } from '../scene/SceneView.tsx'
import { TopBar } from './TopBar.tsx'

/** On a narrow screen: the scene, and under it the list, or the card over that. */
export function StackedDesk() {
  const showsCard = useSelection((s) => chosenOf(s) !== undefined)
  return (
    <>
      <TopBar />
      <main className="desk-scene">
        <SceneView />
      </main>
      <div className="desk-list">
        <AlarmPanel />
      </div>
      {showsCard && (
        <div className="desk-card">
          <DetailPanel />
        </div>
      )}
    </>
  )
}
