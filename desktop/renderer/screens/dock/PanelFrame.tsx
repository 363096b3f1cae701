import { Component, type ReactNode } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Panel } from '../../panels/panel.ts'

/** A panel that throws takes down itself alone, says so, and can be started again. */
export function PanelFrame({ panel }: { panel: Panel }) {
  const { Show } = panel
  return (
    <Keep>
      <div className="panel" data-panel={panel.id}>
        <Show />
      </div>
    </Keep>
  )
}

class Keep extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Failed again={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Failed({ again }: { again(): void }) {
  const { t } = useSpeech()
  return (
    <div className="panel-failed" role="alert">
      <p>{t.dock.failed}</p>
      <button type="button" onClick={again}>
        {t.dock.again}
      </button>
    </div>
  )
}
