import { Alert, Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { type AlarmSearch, type PastAlarm, searchAlarms } from '#shared/contract/alarm-history.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime, elapsed } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { GradeMark } from '../../../theme/GradeMark.tsx'
import { DataTable } from '../DataTable.tsx'
import { OlderBar } from '../OlderBar.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { useLater } from '../use-later.ts'
import { usePages } from '../use-pages.ts'
import { ExportHistory } from './ExportHistory.tsx'
import { HistoryFilters } from './HistoryFilters.tsx'
import { PastDrawer } from './PastDrawer.tsx'
import { historySearchOf, NO_HISTORY_SEARCH } from './search.ts'
import { describePast, howEnded, stateName, whoName } from './words.ts'
import './history.css'

const PAGE = 100

/** Every alarm ever raised, by any filters. */
export function AlarmHistoryPage() {
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const h = a.history
  const center = useCenter()
  const site = useSite()
  const [fields, setFields] = useState(NO_HISTORY_SEARCH)
  const key = useLater(JSON.stringify(historySearchOf(fields)))
  const search = useMemo(() => JSON.parse(key) as AlarmSearch, [key])
  const [shown, setShown] = useState<PastAlarm>()
  const [summary, setSummary] = useState<{ total: { count: number; more: boolean }; behind: number }>()
  const fetch = useCallback(
    async (before: number | undefined) => {
      const { alarms, next, total, behind } = await center.ask(searchAlarms, {
        ...search,
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      })
      // Of all, not of those from here on.
      if (before === undefined) setSummary({ total, behind })
      return { rows: alarms, next }
    },
    [center, search],
  )
  const pages = usePages<PastAlarm>(fetch, PAGE)
  // A column in which nothing stands gives its room to those that would be cut.
  const wide = (width: number, has: (alarm: PastAlarm) => unknown) => (pages.rows.some(has) ? width : 76)

  return (
    <PageFrame
      title={a.pages['alarm-history']}
      hint={h.hint}
      known={pages}
      actions={<ExportHistory search={historySearchOf(fields)} />}
    >
      <HistoryFilters fields={fields} change={setFields} />
      {summary && summary.behind > 0 && <Alert type="info" showIcon title={h.behind(summary.behind)} />}
      <DataTable<PastAlarm>
        label={a.pages['alarm-history']}
        width={1040}
        loading={pages.rows.length === 0 && pages.asking}
        empty={{ title: h.empty }}
        filtered={key !== '{}'}
        rowKey="n"
        dataSource={pages.rows}
        onRow={(alarm) => ({ onClick: () => setShown(alarm), className: 'history-row' })}
        columns={[
          {
            title: h.columns.grade,
            width: 66,
            render: (_, { grade, state }) => (
              <>
                <GradeMark grade={grade} hollow={state === 'over'} size={14} /> {t.grade[grade]}
              </>
            ),
          },
          { title: h.columns.raised, width: 150, render: (_, { raisedAt }) => dateTime(raisedAt) },
          {
            title: h.columns.place,
            ellipsis: true,
            render: (_, { place }) => placeName(site, place, t),
          },
          {
            title: h.columns.what,
            width: 125,
            ellipsis: true,
            render: (_, alarm) => (
              <>
                {describePast(alarm, language).title}
                {alarm.times > 1 && <span className="dim"> {h.times(alarm.times)}</span>}
              </>
            ),
          },
          {
            title: h.columns.device,
            ellipsis: true,
            render: (_, { device }) => center.world.get('devices', device)?.name ?? device,
          },
          { title: h.columns.state, width: 104, ellipsis: true, render: (_, { state }) => stateName(state, t, h) },
          {
            title: h.columns.noticed,
            width: wide(120, ({ acknowledgedAt }) => acknowledgedAt),
            ellipsis: true,
            render: (_, { raisedAt, acknowledgedAt, acknowledgedBy }) =>
              acknowledgedAt === undefined
                ? a.none
                : `${whoName(acknowledgedBy)} ${h.after(elapsed(raisedAt, acknowledgedAt))}`,
          },
          {
            title: h.columns.ended,
            width: wide(130, ({ endedAt }) => endedAt),
            ellipsis: true,
            render: (_, alarm) =>
              alarm.endedAt === undefined ? a.none : `${howEnded(alarm, h)} ${dateTime(alarm.endedAt).slice(5, 16)}`,
          },
          {
            title: h.columns.outcome,
            width: wide(150, ({ verdict }) => verdict),
            ellipsis: true,
            render: (_, { verdict, cause }) => (
              <span title={cause}>{[verdict && t.handling.verdicts[verdict], cause].filter(Boolean).join('：')}</span>
            ),
          },
          {
            title: a.actions,
            width: 72,
            fixed: 'right',
            render: (_, alarm) => (
              <Button size="small" onClick={() => setShown(alarm)}>
                {h.open}
              </Button>
            ),
          },
        ]}
      />
      <div className="history-found">
        {summary && <strong>{h.found(summary.total.count, summary.total.more)}</strong>}
        <OlderBar pages={pages} isCounted={summary !== undefined} />
      </div>
      {shown && (
        <PastDrawer key={shown.n} alarm={shown} close={() => setShown(undefined)} changed={() => pages.again()} />
      )}
    </PageFrame>
  )
}
