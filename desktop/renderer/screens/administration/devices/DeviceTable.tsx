import { Button, Tag } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime, dayOf } from '../../../i18n/format.ts'
import { DataTable } from '../DataTable.tsx'
import { DueWords } from './DueWords.tsx'
import type { ArchiveRow } from './use-archive.ts'

interface Props {
  rows: ArchiveRow[]
  withSecret: ReadonlySet<string>
  loading: boolean
  filtered: boolean
  chosen: string[]
  choose(ids: string[]): void
  open(id: string): void
}

const COLORS = { 'in-use': 'default', spare: 'blue', repair: 'warning', retired: 'error' } as const
const zh = (one: string, two: string) => (one === two ? 0 : collator.compare(one, two))
const collator = new Intl.Collator('zh', { numeric: true })

/** The archive, a line a device. */
export function DeviceTable({ rows, withSecret, loading, filtered, chosen, choose, open }: Props) {
  const d = useAdminTexts().devices
  return (
    <DataTable<ArchiveRow>
      label={d.searchHint}
      width={1120}
      loading={loading}
      empty={{ title: d.empty, hint: d.emptyHint }}
      filtered={filtered}
      rowKey="id"
      dataSource={rows}
      rowSelection={{
        selectedRowKeys: chosen,
        onChange: (keys) => choose(keys as string[]),
        getCheckboxProps: ({ state }) => ({ disabled: state === 'retired' }),
        columnWidth: 40,
      }}
      columns={[
        {
          title: d.name,
          width: 210,
          ellipsis: true,
          sorter: (one, two) => zh(one.entry.name, two.entry.name),
          render: (_, { id, entry }) => (
            <Button type="link" size="small" className="device-name" onClick={() => open(id)}>
              <span title={id}>{entry.name}</span>
            </Button>
          ),
        },
        { title: 'ID', width: 150, ellipsis: true, dataIndex: 'id', sorter: (one, two) => zh(one.id, two.id) },
        { title: d.kind, width: 115, ellipsis: true, dataIndex: 'kind', sorter: (one, two) => zh(one.kind, two.kind) },
        {
          title: d.place,
          width: 160,
          ellipsis: true,
          dataIndex: 'where',
          sorter: (one, two) => zh(one.where, two.where),
        },
        {
          title: d.state,
          width: 100,
          sorter: (one, two) => zh(one.state, two.state),
          render: (_, { state }) => <Tag color={COLORS[state]}>{d.states[state]}</Tag>,
        },
        {
          title: d.due,
          width: 140,
          sorter: (one, two) => (one.due.serviceIn ?? Number.MAX_VALUE) - (two.due.serviceIn ?? Number.MAX_VALUE),
          render: (_, { due }) => <DueWords due={due} />,
        },
        {
          title: d.group,
          width: 100,
          ellipsis: true,
          render: (_, { entry }) => entry.groups?.join('、'),
        },
        {
          title: d.credential,
          width: 85,
          sorter: (one, two) => Number(withSecret.has(one.id)) - Number(withSecret.has(two.id)),
          render: (_, { id }) =>
            withSecret.has(id) ? d.credentialShort.yes : <span className="dim">{d.credentialShort.no}</span>,
        },
        {
          title: d.touched,
          width: 95,
          sorter: (one, two) => touched(one) - touched(two),
          render: (_, row) => <span title={dateTime(touched(row))}>{dayOf(touched(row))}</span>,
        },
      ]}
    />
  )
}

function touched({ changedAt, registeredAt, retired }: ArchiveRow): number {
  return retired?.at ?? changedAt ?? registeredAt
}
