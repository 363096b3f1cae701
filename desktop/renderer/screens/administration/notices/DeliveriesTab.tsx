import { Segmented, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { listDeliveries, type ShownDelivery } from '#shared/contract/notices.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { DataTable } from '../DataTable.tsx'
import { useAnswer } from '../use-answer.ts'

const STATES = ['under-way', 'sent', 'failed', 'dropped'] as const
type State = (typeof STATES)[number] | ''
const COLORS = {
  waiting: 'blue',
  sending: 'blue',
  sent: 'green',
  failed: 'error',
  refused: 'error',
  dropped: 'default',
}
const EVERY_MS = 3000

/** Who was told what, newest first, as it happens. */
export function DeliveriesTab() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const n = a.notices
  const site = useSite()
  const [state, setState] = useState<State>('')
  const input = useMemo(() => ({ limit: 500, ...(state && { state }) }), [state])
  const { value, asking } = useAnswer(listDeliveries, EVERY_MS, input)
  const rows = value?.deliveries ?? []
  const said = ({ what, step, round, count, reason, status }: ShownDelivery) =>
    [
      what === 'clear' && t.notices.clear,
      step > 0 && t.notices.step(step + 1),
      round > 0 && t.notices.round(round),
      count > 1 && t.notices.count(count),
      reason && t.notices.reasons[reason],
      reason && status && n.status(status),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <div className="admin-bar">
        <Segmented<State>
          size="small"
          value={state}
          onChange={setState}
          options={[{ value: '', label: n.allStates }, ...STATES.map((one) => ({ value: one, label: n.states[one] }))]}
        />
        <span className="dim">{a.count(rows.length)}</span>
      </div>
      <DataTable<ShownDelivery>
        label={n.tabs.deliveries}
        width={1000}
        loading={!value && asking}
        empty={{ title: n.noDeliveries }}
        filtered={state !== ''}
        rowKey="delivery"
        dataSource={rows}
        columns={[
          { title: n.columns.time, width: 150, render: (_, { startedAt, askedAt }) => dateTime(startedAt ?? askedAt) },
          {
            title: n.columns.alarm,
            width: 200,
            ellipsis: true,
            render: (_, { grade, place }) => `${t.grade[grade]} ${placeName(site, place, t)}`,
          },
          { title: n.columns.to, width: 110, ellipsis: true, render: (_, { to }) => to?.name ?? n.toProgram },
          {
            title: n.columns.channel,
            width: 150,
            ellipsis: true,
            render: (_, { channelName, kind }) => `${channelName} · ${t.notices.kinds[kind]}`,
          },
          {
            title: n.columns.state,
            width: 110,
            render: (_, one) => (
              <Tag color={one.receipt?.state === 'undelivered' ? 'error' : COLORS[one.state]}>
                {one.receipt ? t.notices.receipts[one.receipt.state] : t.notices.states[one.state]}
              </Tag>
            ),
          },
          { title: n.columns.result, width: 230, ellipsis: true, render: (_, one) => said(one) },
          { title: n.columns.tries, dataIndex: 'tries', width: 60, align: 'right' },
        ]}
      />
    </>
  )
}
