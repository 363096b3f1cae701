import { Alert, Button, Progress, Tag, Upload } from 'antd'
import { useState } from 'react'
import { LARGEST_RECORDING_BYTES, listRecordings, MOST_RECORDINGS } from '#shared/contract/recordings.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { DataTable } from '../DataTable.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { useAnswer } from '../use-answer.ts'
import { RecordingDrawer } from './RecordingDrawer.tsx'
import { ReplayBar } from './ReplayBar.tsx'
import { useUpload } from './use-upload.ts'
import './recordings.css'

/** Everybody on the page sees what is played, and how far it is. */
const EVERY_MS = 1000
const MB = 1024 * 1024

/** Files of recorded readings: brought, understood, then kept as history or played as if it were happening. */
export function RecordingsPage() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const r = a.recordings
  const { value, ...known } = useAnswer(listRecordings, EVERY_MS)
  const [opened, setOpened] = useState<string>()
  const { share, problem, bring } = useUpload((recording) => {
    known.again()
    setOpened(recording)
  })
  const rows = (value?.recordings ?? []).map((one) => ({ ...one, key: one.recording })).reverse()
  type Line = (typeof rows)[number]
  const replay = value?.replay
  return (
    <PageFrame
      title={a.pages.recordings}
      hint={r.hint}
      // Asked again every second: a button that turns with each would only flicker.
      known={{ ...known, asking: false }}
      byItself
      actions={
        <Upload
          accept=".csv,.txt,.tsv"
          showUploadList={false}
          disabled={share !== undefined}
          beforeUpload={(file) => {
            void bring(file)
            return false
          }}
        >
          <Button type="primary" size="small" loading={share !== undefined}>
            {r.bring}
          </Button>
        </Upload>
      }
    >
      {share !== undefined && (
        <div role="status">
          {r.bringing}
          <Progress percent={Math.floor(share * 100)} size="small" status="active" />
        </div>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          title={problem === 'input.too-large' ? r.tooLarge(LARGEST_RECORDING_BYTES / MB) : t.errors[problem]}
        />
      )}
      {replay && (
        <ReplayBar
          replay={replay}
          name={rows.find(({ key }) => key === replay.recording)?.name ?? ''}
          changed={known.again}
        />
      )}
      <DataTable<Line>
        label={a.pages.recordings}
        width={920}
        loading={!value && known.asking}
        empty={{ title: r.empty, hint: r.emptyHint(LARGEST_RECORDING_BYTES / MB, MOST_RECORDINGS) }}
        rowKey="key"
        dataSource={rows}
        onRow={({ key }) => ({ className: 'recording-row', onClick: () => setOpened(key) })}
        columns={[
          {
            title: r.columns.name,
            width: 240,
            ellipsis: true,
            render: (_, { name, key }) => (
              <Button type="link" size="small" onClick={() => setOpened(key)}>
                {name}
              </Button>
            ),
          },
          { title: r.columns.state, width: 220, render: (_, one) => <StateOf one={one} /> },
          {
            title: r.columns.readings,
            width: 100,
            align: 'right',
            render: (_, { found }) => found && many(found.readings),
          },
          {
            title: r.columns.devices,
            width: 80,
            align: 'right',
            render: (_, { found }) => found && many(found.devices),
          },
          {
            title: r.columns.span,
            width: 300,
            render: (_, { found }) =>
              found?.from !== undefined && found.to !== undefined && `${dateTime(found.from)} – ${dateTime(found.to)}`,
          },
          { title: r.columns.by, width: 90, ellipsis: true, render: (_, { by }) => by.name ?? by.id },
        ]}
      />
      {opened && rows.some(({ key }) => key === opened) && (
        <RecordingDrawer
          key={opened}
          recording={opened}
          replay={replay}
          keepDays={value?.keepDays}
          zone={value?.zone ?? ''}
          changed={known.again}
          close={() => setOpened(undefined)}
        />
      )}
    </PageFrame>
  )
}

export function many(n: number): string {
  return n.toLocaleString('en-US')
}

interface Standing {
  phase: string
  fault?: string | undefined
  broke?: string | undefined
  done: number
  of: number
  found?: { wrong: number } | undefined
  kept?: { at: number } | undefined
  stood?: number | undefined
}

function StateOf({ one }: { one: Standing }) {
  const r = useAdminTexts().recordings
  if (one.phase === 'failed') return <Tag color="error">{r.faults[one.fault as keyof typeof r.faults] ?? r.failed}</Tag>
  if (one.phase === 'reading') return <span className="dim">{r.reading(many(one.done))}</span>
  if (one.phase === 'arriving' || one.phase === 'keeping')
    return (
      <span>
        {r.phases[one.phase]} {one.of > 0 ? Math.floor((100 * one.done) / one.of) : 0}%
      </span>
    )
  return (
    <>
      {one.broke ? (
        <Tag color="warning">{r.broken}</Tag>
      ) : one.kept ? (
        <Tag color="success">{r.kept}</Tag>
      ) : (
        <Tag>{r.ready}</Tag>
      )}
      {(one.found?.wrong ?? 0) > 0 && <Tag color="warning">{r.wrongRows(many(one.found?.wrong ?? 0))}</Tag>}
      {one.stood !== undefined && <Tag>{r.stood(dateTime(one.stood))}</Tag>}
    </>
  )
}
