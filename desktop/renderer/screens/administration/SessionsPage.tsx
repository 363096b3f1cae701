import { App as AntApp, Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { endAllSessions, endSession, listSessions, type SessionEntry } from '#shared/contract/session.ts'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { ago, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { DataTable } from './DataTable.tsx'
import { PageFrame } from './PageFrame.tsx'
import { SearchField } from './SearchField.tsx'
import { useAnswer } from './use-answer.ts'
import { useDoing } from './use-doing.ts'

const EVERY_MS = 5000

/** Who is signed in, and the end of it. */
export function SessionsPage() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const center = useCenter()
  const { modal, message } = AntApp.useApp()
  const now = useNow()
  const { value, ...known } = useAnswer(listSessions, EVERY_MS)
  const [search, setSearch] = useState('')
  const { busy, doing } = useDoing(known.again)
  const all = value?.sessions
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    return (all ?? [])
      .filter(({ account, name, from }) => `${account}\n${name}\n${from}`.toLowerCase().includes(wanted))
      .sort((one, two) => two.startedAt - one.startedAt)
  }, [all, search])

  const end = ({ session, name }: SessionEntry) =>
    modal.confirm({
      title: a.sessions.endTitle(name),
      content: a.sessions.endText,
      okText: a.sessions.end,
      okButtonProps: { danger: true },
      onOk: () =>
        doing(async () => {
          await center.ask(endSession, { session })
          message.success(a.sessions.ended)
        }),
    })
  const endAll = ({ account, name, own }: SessionEntry) =>
    modal.confirm({
      title: a.sessions.endAllTitle(`${name} (${account})`),
      content: own ? a.sessions.endAllOwn : a.sessions.endText,
      okText: a.sessions.endAll,
      okButtonProps: { danger: true },
      onOk: () =>
        doing(async () => {
          const { ended } = await center.ask(endAllSessions, { account })
          message.success(a.sessions.endedMany(ended))
        }),
    })

  return (
    <PageFrame title={a.pages.sessions} hint={a.sessions.hint} known={known} byItself>
      <div className="admin-bar">
        <SearchField hint={a.sessions.searchHint} value={search} typed={setSearch} />
        <span className="dim">{a.count(shown.length)}</span>
      </div>
      <DataTable<SessionEntry>
        label={a.pages.sessions}
        width={1000}
        loading={!value && known.asking}
        empty={{ title: a.sessions.empty }}
        filtered={search !== ''}
        rowKey="session"
        dataSource={shown}
        columns={[
          {
            title: a.sessions.who,
            width: 240,
            ellipsis: true,
            render: (_, { name, account, own }) => (
              <>
                {name} <span className="dim">{account}</span> {own && <Tag color="blue">{a.sessions.own}</Tag>}
              </>
            ),
          },
          { title: a.sessions.from, dataIndex: 'from', width: 150, ellipsis: true },
          { title: a.sessions.since, width: 130, render: (_, { startedAt }) => shortTime(startedAt, now) },
          { title: a.sessions.seen, width: 130, render: (_, { seenAt }) => ago(t, seenAt, now) },
          { title: a.sessions.ends, width: 130, render: (_, { expiresAt }) => shortTime(expiresAt, now) },
          {
            title: a.actions,
            width: 220,
            fixed: 'right',
            render: (_, row) => (
              <span className="admin-actions">
                <Button size="small" danger disabled={row.own || busy} onClick={() => end(row)}>
                  {a.sessions.end}
                </Button>
                <Button size="small" type="text" disabled={busy} onClick={() => endAll(row)}>
                  {a.sessions.endAll}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </PageFrame>
  )
}
