import { Alert, Table } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import type { RecordingFound } from '#shared/contract/recordings.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind, valueInWords } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { many } from './RecordingsPage.tsx'

const LISTED = 12

/** What a file holds, put together, and what is wrong with which row. */
export function FoundRows({ found }: { found: RecordingFound }) {
  const { language } = useSpeech()
  const r = useAdminTexts().recordings
  const { world } = useCenter()
  const { devices, metrics, strangers, problems, problemCount } = found
  const kinds = [...new Set(devices.map(({ kind }) => kind))].flatMap((kind) => deviceKinds.get(kind) ?? [])
  const metricOf = (name: string) => kinds.map((kind) => kind.metrics[name]).find(Boolean)
  return (
    <section className="recording-found" aria-label={r.foundIn}>
      <dl className="admin-facts">
        <div>
          <dt>{r.columns.readings}</dt>
          <dd>{r.counts(many(found.readings), many(found.rows))}</dd>
        </div>
        {found.from !== undefined && found.to !== undefined && (
          <div>
            <dt>{r.columns.span}</dt>
            <dd>
              {dateTime(found.from)} – {dateTime(found.to)}
            </dd>
          </div>
        )}
        <div>
          <dt>{r.devicesOf(devices.length)}</dt>
          <dd>
            {devices.slice(0, LISTED).map(({ device, kind, readings }) => (
              <span key={device} className="recording-item">
                {world.get('devices', device)?.name ?? device} · {nameOfKind(kind)[language]} · {many(readings)}
              </span>
            ))}
            {devices.length > LISTED && r.andMore(devices.length - LISTED)}
          </dd>
        </div>
        <div>
          <dt>{r.metrics}</dt>
          <dd>
            {metrics.map(({ metric, readings, min, max }) => (
              <span key={metric} className="recording-item">
                {metricOf(metric)?.name[language] ?? metric} {valueInWords(min, metricOf(metric), language)} –{' '}
                {valueInWords(max, metricOf(metric), language)} · {many(readings)}
              </span>
            ))}
          </dd>
        </div>
        {(found.unsorted > 0 || found.duplicates > 0) && (
          <div>
            <dt>{r.order}</dt>
            <dd>
              {[
                found.unsorted && r.unsorted(many(found.unsorted)),
                found.duplicates && r.duplicates(many(found.duplicates)),
              ]
                .filter(Boolean)
                .join(' ')}
            </dd>
          </div>
        )}
        {strangers.length > 0 && (
          <div>
            <dt>{r.strangers}</dt>
            <dd>
              {strangers.slice(0, LISTED).map(({ device, retired }) => (
                <span key={device} className="recording-item">
                  {device}
                  {retired && ` ${r.retired}`}
                </span>
              ))}
              {strangers.length > LISTED && r.andMore(strangers.length - LISTED)}
            </dd>
          </div>
        )}
      </dl>
      {problemCount > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            title={r.problemsOf(many(found.wrong), many(found.rows))}
            description={problemCount > problems.length ? r.firstProblems(problems.length) : undefined}
          />
          <Table
            size="small"
            virtual
            pagination={false}
            scroll={{ x: 640, y: 220 }}
            rowKey={({ row, problem, where }) => `${row} ${problem} ${where}`}
            dataSource={problems}
            columns={[
              { title: r.problemHeads[0], width: 80, render: (_, { row }) => many(row) },
              { title: r.problemHeads[1], width: 220, render: (_, { problem }) => r.problems[problem] },
              {
                title: r.problemHeads[2],
                width: 150,
                ellipsis: true,
                render: (_, { where }) => metricOf(where)?.name[language] ?? where,
              },
              { title: r.problemHeads[3], width: 190, ellipsis: true, dataIndex: 'said' },
            ]}
          />
        </>
      )}
    </section>
  )
}
