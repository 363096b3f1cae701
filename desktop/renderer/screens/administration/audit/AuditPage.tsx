import { Button, Tag } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { type AuditEntry, type AuditSearch, listAudit } from '#shared/contract/audit.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { DataTable } from '../DataTable.tsx'
import { OlderBar } from '../OlderBar.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { useLater } from '../use-later.ts'
import { usePages } from '../use-pages.ts'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditSearchBar } from './AuditSearchBar.tsx'
import { ExportAudit } from './ExportAudit.tsx'
import { NO_SEARCH, searchOf } from './search.ts'
import { callInWords, resultInWords } from './words.ts'

const PAGE = 100

/** What was asked of the center, by whom, and what became of it. */
export function AuditPage() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const center = useCenter()
  const [fields, setFields] = useState(NO_SEARCH)
  const key = useLater(JSON.stringify(searchOf(fields)))
  const search = useMemo(() => JSON.parse(key) as AuditSearch, [key])
  const [shown, setShown] = useState<AuditEntry>()
  const fetch = useCallback(
    async (before: number | undefined) => {
      const { entries, next } = await center.ask(listAudit, {
        ...search,
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      })
      return { rows: entries, next }
    },
    [center, search],
  )
  const pages = usePages<AuditEntry>(fetch, PAGE)

  return (
    <PageFrame
      title={a.pages.audit}
      hint={a.audit.hint}
      known={pages}
      actions={<ExportAudit search={searchOf(fields)} />}
    >
      <AuditSearchBar fields={fields} change={setFields} />
      <DataTable<AuditEntry>
        label={a.pages.audit}
        width={1080}
        loading={pages.rows.length === 0 && pages.asking}
        empty={{ title: a.audit.empty }}
        filtered={key !== '{}'}
        rowKey="id"
        dataSource={pages.rows}
        columns={[
          { title: a.audit.time, width: 160, render: (_, { at }) => dateTime(at) },
          {
            title: a.audit.who,
            width: 190,
            ellipsis: true,
            render: (_, { by }) => (
              <>
                {by.name ?? (by.kind === 'user' ? '' : a.export.kinds[by.kind])} <span className="dim">{by.id}</span>
              </>
            ),
          },
          { title: a.audit.from, dataIndex: 'from', width: 130, ellipsis: true },
          { title: a.audit.call, width: 180, ellipsis: true, render: (_, { call }) => callInWords(call, a) },
          {
            title: a.audit.result,
            width: 150,
            ellipsis: true,
            render: (_, { result }) => (
              <Tag color={result === 'done' ? 'default' : 'warning'}>{resultInWords(result, t, a)}</Tag>
            ),
          },
          {
            title: a.audit.input,
            ellipsis: true,
            render: (_, { input }) => <code className="dim">{inOneLine(input)}</code>,
          },
          {
            title: a.actions,
            width: 90,
            fixed: 'right',
            render: (_, entry) => (
              <Button size="small" onClick={() => setShown(entry)}>
                {a.audit.open}
              </Button>
            ),
          },
        ]}
      />
      <OlderBar pages={pages} />
      {shown && <AuditDetail entry={shown} close={() => setShown(undefined)} />}
    </PageFrame>
  )
}

function inOneLine(input: unknown): string {
  const text = JSON.stringify(input) ?? ''
  return text === '{}' ? '' : text.slice(0, 200)
}
