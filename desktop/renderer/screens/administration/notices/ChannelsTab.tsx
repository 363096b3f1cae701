import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { DeliveryReason } from '#shared/world/deliveries.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { shortTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useNow } from '../../../store/hooks.ts'
import { DataTable } from '../DataTable.tsx'
import { ChannelDrawer, type KnownChannel } from './ChannelDrawer.tsx'
import { targetOf } from './channel-entry.ts'

interface Line {
  key: string
  name: string
  kind: string
  target: string
  every: string
  channel?: KnownChannel & { failing?: { since: number; reason: DeliveryReason } | undefined }
}

/** The ways by which people and programs are told; screens and sound need no setting. */
export function ChannelsTab({ channels, again }: { channels: NonNullable<Line['channel']>[]; again(): void }) {
  const { t } = useSpeech()
  const n = useAdminTexts().notices
  const now = useNow(60_000)
  const [editing, setEditing] = useState<{ id: string | undefined }>()
  const rows: Line[] = [
    { key: '/screen', name: n.screen, kind: n.always, target: n.screenTarget, every: '' },
    { key: '/sound', name: n.sound, kind: n.always, target: n.soundTarget, every: '' },
    ...channels.map((channel) => ({
      key: channel.channel,
      name: channel.name,
      kind: n.kinds[channel.form.kind],
      target: targetOf(channel),
      every: n.seconds(channel.every),
      channel,
    })),
  ]
  const done = () => {
    setEditing(undefined)
    again()
  }
  return (
    <>
      <div className="admin-bar">
        <Button type="primary" size="small" onClick={() => setEditing({ id: undefined })}>
          {n.newChannel}
        </Button>
        {channels.length === 0 && <span className="dim">{n.noChannels}</span>}
      </div>
      <DataTable<Line>
        label={n.tabs.channels}
        width={900}
        empty={{ title: n.noChannels }}
        rowKey="key"
        dataSource={rows}
        onRow={({ channel }) =>
          channel ? { className: 'notice-row', onClick: () => setEditing({ id: channel.channel }) } : {}
        }
        columns={[
          {
            title: n.columns.name,
            width: 200,
            ellipsis: true,
            render: (_, { name, channel }) =>
              channel ? (
                <Button type="link" size="small" onClick={() => setEditing({ id: channel.channel })}>
                  {name}
                </Button>
              ) : (
                name
              ),
          },
          { title: n.columns.kind, dataIndex: 'kind', width: 170 },
          { title: n.columns.target, dataIndex: 'target', width: 260, ellipsis: true },
          { title: n.columns.every, dataIndex: 'every', width: 150 },
          {
            title: n.columns.state,
            width: 220,
            render: (_, { channel }) => {
              if (!channel) return <Tag color="green">{n.works}</Tag>
              if (!channel.enabled) return <Tag>{n.off}</Tag>
              if (!channel.failing) return <Tag color="green">{n.works}</Tag>
              const { reason, since } = channel.failing
              return <Tag color="error">{n.failing(t.notices.reasons[reason], shortTime(since, now))}</Tag>
            },
          },
        ]}
      />
      {editing && (
        <ChannelDrawer
          key={editing.id ?? ''}
          channel={channels.find(({ channel }) => channel === editing.id)}
          taken={new Set(channels.map(({ channel }) => channel))}
          close={() => setEditing(undefined)}
          saved={done}
        />
      )}
    </>
  )
}
