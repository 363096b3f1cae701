import { ConfigProvider, Empty } from 'antd'
import { Activity, type ComponentType, useMemo, useState } from 'react'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { type AdminPage, pagesFor } from '../../store/admin-link.ts'
import { useCenterState } from '../../store/hooks.ts'
import { AntDressed } from '../../theme/AntDressed.tsx'
import { useTypeScale } from '../../theme/type-scale.ts'
import { AlarmStrip } from '../AlarmStrip.tsx'
import { TimeBand } from '../desk/TimeBand.tsx'
import { TopBar } from '../desk/TopBar.tsx'
import { AlarmFiguresPage } from './alarm-figures/AlarmFiguresPage.tsx'
import { AuditPage } from './audit/AuditPage.tsx'
import { ConnectorsPage } from './connectors/ConnectorsPage.tsx'
import { DevicesPage } from './devices/DevicesPage.tsx'
import { HandOverPage } from './hand-over/HandOverPage.tsx'
import { AlarmHistoryPage } from './history/AlarmHistoryPage.tsx'
import { LettersPage } from './LettersPage.tsx'
import { LinkagesPage } from './linkages/LinkagesPage.tsx'
import { NoticesPage } from './notices/NoticesPage.tsx'
import { RolesPage } from './RolesPage.tsx'
import { RecordingsPage } from './recordings/RecordingsPage.tsx'
import { RulesPage } from './rules/RulesPage.tsx'
import { SessionsPage } from './SessionsPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { UsersPage } from './users/UsersPage.tsx'
import './administration.css'

const pages: Record<AdminPage, ComponentType> = {
  devices: DevicesPage,
  connectors: ConnectorsPage,
  recordings: RecordingsPage,
  rules: RulesPage,
  linkages: LinkagesPage,
  notices: NoticesPage,
  users: UsersPage,
  roles: RolesPage,
  sessions: SessionsPage,
  letters: LettersPage,
  audit: AuditPage,
  settings: SettingsPage,
  'alarm-history': AlarmHistoryPage,
  'alarm-figures': AlarmFiguresPage,
  'hand-over': HandOverPage,
}
const dense = (scale: number) => ({
  token: { fontSize: 13 * scale },
  components: { Table: { cellPaddingBlockSM: 5 * scale } },
})

/** Everything about the center itself. A page that was opened keeps what was typed while another is looked at. */
export function Administration({ page }: { page: AdminPage | undefined }) {
  const a = useAdminTexts()
  const scale = useTypeScale()
  const theme = useMemo(() => dense(scale), [scale])
  const user = useCenterState((s) => s.user)
  const [opened, setOpened] = useState<ReadonlySet<AdminPage>>(new Set())
  if (page && !opened.has(page)) setOpened(new Set(opened).add(page))
  const allowed = pagesFor(user?.permissions ?? [])
  return (
    <AntDressed>
      <ConfigProvider theme={theme}>
        <div className="admin">
          <TopBar />
          <AlarmStrip />
          <nav className="admin-menu" aria-label={a.menu}>
            {allowed.map((one) => (
              <a key={one} href={`#admin=${one}`} aria-current={one === page ? 'page' : undefined}>
                {a.pages[one]}
              </a>
            ))}
          </nav>
          <main className="admin-main">
            {page && !allowed.includes(page) && <Empty description={a.denied}>{a.deniedHint}</Empty>}
            {[...opened]
              .filter((one) => allowed.includes(one))
              .map((one) => {
                const Page = pages[one]
                return (
                  <Activity key={one} mode={one === page ? 'visible' : 'hidden'}>
                    <Page />
                  </Activity>
                )
              })}
          </main>
          <TimeBand />
        </div>
      </ConfigProvider>
    </AntDressed>
  )
}
