import { Alert, App as AntApp, Button, Modal, Progress, Table, Upload } from 'antd'
import { useState } from 'react'
import { columns } from '#models/registry/columns.ts'
import type { ImportState } from '#shared/contract/imports.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { download } from '../../../store/files/download.ts'
import { columnText, problemsFile, problemText, saidOf } from './sheets.ts'
import { isTooLarge, useImport } from './use-import.ts'

const TABLE = { size: 'small', virtual: true, pagination: false, scroll: { x: 700, y: 260 } } as const
const COUNTS = ['new', 'changed', 'unchanged', 'wrong'] as const

/** A spreadsheet is chosen, checked, looked at, and taken in whole or not at all. */
export function ImportDialog({ done, close }: { done(): void; close(): void }) {
  const { t } = useSpeech()
  const d = useAdminTexts().devices
  const { message } = AntApp.useApp()
  const { state, problem, busy, check, take, forget } = useImport()
  const [tooLarge, setTooLarge] = useState(false)
  const isReady = state?.phase === 'checked' && state.problemCount === 0
  const count = (state?.counts.new ?? 0) + (state?.counts.changed ?? 0)
  const choose = (file: File) => {
    setTooLarge(isTooLarge(file))
    forget()
    if (!isTooLarge(file)) void check(file)
  }
  const confirm = (of: ImportState) =>
    take(of.import, () => {
      message.success(d.importDone(of.counts.new, of.counts.changed))
      done()
      close()
    })
  return (
    <Modal
      open
      width={820}
      title={d.importTitle}
      mask={{ closable: false }}
      onCancel={() => state?.phase !== 'writing' && close()}
      footer={[
        <Button key="close" onClick={close} disabled={state?.phase === 'writing'}>
          {d.close}
        </Button>,
        <Button
          key="take"
          type="primary"
          disabled={!isReady || count === 0}
          loading={state?.phase === 'writing'}
          onClick={() => state && void confirm(state)}
        >
          {isReady && count === 0 ? d.nothing : d.confirm(count)}
        </Button>,
      ]}
    >
      <div className="device-import">
        <p className="dim">{d.importHint}</p>
        <Upload
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            choose(file)
            return false
          }}
        >
          <Button disabled={busy}>{state || tooLarge ? d.another : d.choosing}</Button>
        </Upload>
        {tooLarge && <Alert type="error" showIcon title={d.tooLarge} />}
        {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
        {state?.fault && <Alert type="error" showIcon title={d.faults[state.fault]} description={state.file} />}
        {state && (state.phase === 'reading' || state.phase === 'writing') && (
          <div role="status">
            {state.phase === 'writing' ? d.writing : d.reading(state.done, state.of)}
            <Progress
              percent={state.of === 0 ? 0 : Math.floor((100 * state.done) / state.of)}
              size="small"
              status="active"
            />
          </div>
        )}
        {state && (state.phase === 'checked' || state.phase === 'writing') && <Found state={state} />}
      </div>
    </Modal>
  )
}

function Found({ state }: { state: ImportState }) {
  const { language } = useSpeech()
  const d = useAdminTexts().devices
  const { problems, problemCount, lines, counts } = state
  const title = (field: string) =>
    columns.find(({ name }) => name === field)?.title[language] ?? (field === 'position' ? d.coordinates : field)
  return (
    <>
      <p>{state.file}</p>
      <dl className="device-counts">
        {COUNTS.map((one) => (
          <div key={one} className={one === 'wrong' && counts.wrong > 0 ? 'wrong' : undefined}>
            <dt>{d.counts[one]}</dt>
            <dd>{counts[one].toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      {problemCount > 0 ? (
        <>
          <Alert
            type="error"
            showIcon
            title={d.wrongRows(problemCount)}
            description={problemCount > problems.length ? d.moreProblems(problemCount - problems.length) : undefined}
            action={
              <Button
                size="small"
                onClick={() => download(problemsFile(problems, d, language), `${d.problemsFile}.xlsx`)}
              >
                {d.downloadProblems}
              </Button>
            }
          />
          <Table
            {...TABLE}
            rowKey={({ row, column, problem }) => `${row} ${column} ${problem}`}
            dataSource={problems}
            columns={[
              { title: d.problemHeads[0], width: 60, dataIndex: 'row' },
              { title: d.problemHeads[1], width: 130, render: (_, one) => columnText(one, language) },
              { title: d.problemHeads[2], width: 200, ellipsis: true, dataIndex: 'value' },
              { title: d.problemHeads[3], width: 310, render: (_, one) => problemText(one, d) },
            ]}
          />
        </>
      ) : (
        lines.length > 0 && (
          <>
            <strong>{d.preview}</strong>
            <Table
              {...TABLE}
              rowKey="row"
              dataSource={lines}
              columns={[
                { title: d.previewHeads[0], width: 60, dataIndex: 'row' },
                { title: d.previewHeads[1], width: 170, ellipsis: true, dataIndex: 'device' },
                { title: d.previewHeads[2], width: 170, ellipsis: true, dataIndex: 'name' },
                {
                  title: d.previewHeads[3],
                  width: 300,
                  render: (_, { what, was = {}, is = {} }) =>
                    what === 'new'
                      ? d.isNew
                      : Object.keys(was)
                          .map((field) => `${title(field)}${d.colon}${saidOf(was[field], d)} → ${saidOf(is[field], d)}`)
                          .join(d.semicolon) || title('phone'),
                },
              ]}
            />
            {counts.new + counts.changed > lines.length && <p className="dim">{d.first(lines.length)}</p>}
          </>
        )
      )}
    </>
  )
}
