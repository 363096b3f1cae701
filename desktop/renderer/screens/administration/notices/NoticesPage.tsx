import { Tabs } from 'antd'
import { readNoticeSettings } from '#shared/contract/notices.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { PageFrame } from '../PageFrame.tsx'
import { useAnswer } from '../use-answer.ts'
import { ChannelsTab } from './ChannelsTab.tsx'
import { DeliveriesTab } from './DeliveriesTab.tsx'
import { PreviewTab } from './PreviewTab.tsx'
import { RoutesTab } from './RoutesTab.tsx'
import { ShiftsTab } from './ShiftsTab.tsx'
import './notices.css'

const EVERY_MS = 10_000

/** Who else is told of alarms, by what, and who is on duty. */
export function NoticesPage() {
  const a = useAdminTexts()
  const n = a.notices
  const { value, ...known } = useAnswer(readNoticeSettings, EVERY_MS)
  const { again } = known
  const { channels = [], routes = [], people = [] } = value ?? {}
  return (
    <PageFrame title={a.pages.notices} hint={n.hint} known={known}>
      <Tabs
        className="notice-tabs"
        destroyOnHidden
        items={[
          { key: 'channels', label: n.tabs.channels, children: <ChannelsTab channels={channels} again={again} /> },
          {
            key: 'routes',
            label: n.tabs.routes,
            children: <RoutesTab routes={routes} people={people} channels={channels} again={again} />,
          },
          {
            key: 'shifts',
            label: n.tabs.shifts,
            children: value && <ShiftsTab known={value.shifts} people={people} now={value.now} again={again} />,
          },
          { key: 'deliveries', label: n.tabs.deliveries, children: <DeliveriesTab /> },
          { key: 'preview', label: n.tabs.preview, children: <PreviewTab /> },
        ]}
      />
    </PageFrame>
  )
}
