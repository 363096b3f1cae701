import type { IDockviewPanelHeaderProps } from 'dockview-react'
import { useSyncExternalStore } from 'react'
import { useSpeech } from '../../i18n/language.ts'

/** What a panel is called. It stays: nobody closes it. */
export function StayingTab({ api }: IDockviewPanelHeaderProps) {
  const title = useSyncExternalStore(
    (changed) => {
      const stop = api.onDidTitleChange(changed)
      return () => stop.dispose()
    },
    () => api.title,
  )
  return <span className="panel-title">{title}</span>
}

/** One that can be closed: here by the mouse, by keys in the list of panels. A tab may hold nothing that takes keys. */
export function PanelTab(props: IDockviewPanelHeaderProps) {
  const { t } = useSpeech()
  const { api } = props
  return (
    <>
      <StayingTab {...props} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys close it in the list of panels */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tab around it is what takes the focus */}
      <span
        className="panel-close"
        title={t.dock.close(api.title ?? '')}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => api.close()}
      >
        ×
      </span>
    </>
  )
}
