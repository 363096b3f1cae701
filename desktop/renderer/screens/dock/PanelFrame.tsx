import type { Panel } from '../../panels/panel.ts'
import { KeepPanel } from '../KeepPanel.tsx'

/** A panel in its place; one that throws takes down itself alone. */
export function PanelFrame({ panel }: { panel: Panel }) {
  const { Show } = panel
  return (
    <KeepPanel>
      <div className="panel" data-panel={panel.id}>
        <Show />
      </div>
    </KeepPanel>
  )
}
