import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { listConnectors } from '#shared/contract/connectors.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { ago } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { useNow } from '../../../store/hooks.ts'
import { DataTable } from '../DataTable.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { SearchField } from '../SearchField.tsx'
import { useAnswer } from '../use-answer.ts'
import { ConnectorDrawer } from './ConnectorDrawer.tsx'
import type { Sample } from './entry.ts'
import { Strangers } from './Strangers.tsx'
import './connectors.css'

const EVERY_MS = 5000

/** How messages of foreign devices are understood, what came of it, and what nobody understands. */
export function ConnectorsPage() {
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const c = a.connectors
  const now = useNow()
  const { value, ...known } = useAnswer(listConnectors, EVERY_MS)
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<{ id: string | undefined; sample?: Sample }>()
  const rows = useMemo(
    () =>
      (value?.connectors ?? []).map((connector) => ({
        ...connector,
        key: connector.connector,
        kindName: nameOfKind(connector.kind)[language],
      })),
    [value, language],
  )
  const wanted = search.trim().toLowerCase()
  const shown = rows.filter(({ name, topic, kindName }) =>
    `${name}\n${topic}\n${kindName}`.toLowerCase().includes(wanted),
  )
  const edited = rows.find(({ key }) => key === editing?.id)
  const done = () => {
    setEditing(undefined)
    known.again()
  }
  type Line = (typeof rows)[number]
  return (
    <PageFrame
      title={a.pages.connectors}
      hint={c.hint}
      known={known}
      actions={
        <Button type="primary" size="small" onClick={() => setEditing({ id: undefined })}>
          {c.create}
        </Button>
      }
    >
      <div className="admin-bar">
        <SearchField hint={c.searchHint} value={search} typed={setSearch} />
        <span className="dim">{search ? a.countOf(shown.length, rows.length) : a.count(shown.length)}</span>
      </div>
      <DataTable<Line>
        label={c.searchHint}
        width={900}
        loading={!value && known.asking}
        empty={{ title: c.empty }}
        filtered={search !== ''}
        rowKey="key"
        dataSource={shown}
        onRow={({ key }) => ({ className: 'connector-row', onClick: () => setEditing({ id: key }) })}
        columns={[
          {
            title: c.columns.name,
            width: 200,
            render: (_, { name, key, enabled }) => (
              <>
                <Button type="link" size="small" onClick={() => setEditing({ id: key })}>
                  {name}
                </Button>
                {!enabled && <Tag>{c.off}</Tag>}
              </>
            ),
          },
          { title: c.columns.topic, dataIndex: 'topic', width: 220, ellipsis: true },
          { title: c.columns.kind, dataIndex: 'kindName', width: 130, ellipsis: true },
          { title: c.columns.messages, dataIndex: 'messages', width: 80, align: 'right' },
          { title: c.columns.readings, dataIndex: 'readings', width: 80, align: 'right' },
          {
            title: c.columns.refused,
            width: 90,
            align: 'right',
            render: (_, { refused }) => (refused > 0 ? <Tag color="warning">{refused}</Tag> : 0),
          },
          { title: c.columns.last, width: 110, render: (_, { lastAt }) => lastAt && ago(t, lastAt, now) },
        ]}
      />
      <Strangers strangers={value?.strangers ?? []} understand={(sample) => setEditing({ id: undefined, sample })} />
      {editing && (editing.id === undefined || edited) && (
        <ConnectorDrawer
          key={editing.id ?? editing.sample?.topic ?? ''}
          connector={edited}
          sample={editing.sample ?? edited?.sample}
          taken={new Set(rows.map(({ key }) => key))}
          saved={done}
          close={() => setEditing(undefined)}
        />
      )}
    </PageFrame>
  )
}
