import { Alert, App as AntApp, Button, Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { exportAlarmFigures, listShifts, readAlarmFigures } from '#shared/contract/alarm-figures.ts'
import { MINUTE } from '#shared/time.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { download, fileName } from '../../../store/files/download.ts'
import { useCenter, useNow } from '../../../store/hooks.ts'
import { useAppearance } from '../../../theme/appearance.ts'
import { Chart } from '../../../theme/chart/Chart.tsx'
import { screenScale } from '../../../theme/type-scale.ts'
import { csvFile, type Format, workbookFile } from '../devices/sheets.ts'
import { PageFrame } from '../PageFrame.tsx'
import { useAnswer } from '../use-answer.ts'
import { FigureTiles } from './FigureTiles.tsx'
import { Named } from './Named.tsx'
import { PeopleAndShifts } from './PeopleAndShifts.tsx'
import { SPANS, type SpanName, spanOf } from './spans.ts'
import { keyTable, trendTable } from './tables.ts'
import { trendOption } from './trend-option.ts'
import { useNaming } from './use-naming.ts'
import './alarm-figures.css'

const TYPE = 12

/** Whether the alarms can be dealt with: how many, how fast, and which should not be. */
export function AlarmFiguresPage() {
  const a = useAdminTexts()
  const f = a.alarmFigures
  const center = useCenter()
  const naming = useNaming()
  const { message } = AntApp.useApp()
  const [chosen, setChosen] = useState<SpanName>('shift')
  const now = useNow(MINUTE)
  const { value: shifts, again: askShifts } = useAnswer(listShifts)
  // The next shift may have begun.
  useEffect(() => {
    if (shifts && now >= shifts.now.to) askShifts()
  }, [shifts, now, askShifts])
  const span = useMemo(
    () => (shifts ? spanOf(chosen, shifts, Math.floor(now / MINUTE) * MINUTE + MINUTE) : { from: now - 1, to: now }),
    [chosen, shifts, now],
  )
  const { value: figures, ...known } = useAnswer(readAlarmFigures, undefined, span)
  const appearance = useAppearance()
  const size = TYPE * screenScale()
  const { t } = naming
  // biome-ignore lint/correctness/useExhaustiveDependencies: its colours are read from the page
  const option = useMemo(() => figures && trendOption(figures.trend, t, size), [figures, t, size, appearance])

  const take = async (format: Format) => {
    if (!figures) return
    try {
      await center.ask(exportAlarmFigures, { from: figures.from, to: figures.to, format })
      const words = { f, ...naming }
      const key = [f.export.heads, ...keyTable(figures, words)]
      const trend = trendTable(figures, words)
      const file =
        format === 'csv'
          ? csvFile([...key, [], ...trend])
          : workbookFile([
              { name: f.export.sheets.key, rows: key, widths: [22, 48, 24, 14, 50] },
              { name: f.export.sheets.trend, rows: trend, widths: [22, 8, 8, 8, 8, 14] },
            ])
      download(file, fileName(f.export.file, dateTime(center.now()), format))
      message.success(f.export.done)
    } catch {
      message.error(f.export.failed)
    }
  }

  return (
    <PageFrame
      title={a.pages['alarm-figures']}
      hint={f.hint}
      known={known}
      actions={
        <span className="admin-export" title={f.export.hint}>
          {center.may('alarms.handle') && (
            <Button size="small" href="#admin=hand-over">
              {a.pages['hand-over']}
            </Button>
          )}
          {(['csv', 'xlsx'] as const).map((format) => (
            <Button key={format} size="small" disabled={!figures} onClick={() => void take(format)}>
              {f.export[format]}
            </Button>
          ))}
        </span>
      }
    >
      <div className="admin-bar">
        <Segmented<SpanName>
          value={chosen}
          onChange={setChosen}
          options={SPANS.map((value) => ({ value, label: f.spans[value] }))}
        />
        {figures && <span className="dim">{f.span(dateTime(figures.from), dateTime(figures.to))}</span>}
      </div>
      {figures && figures.behind > 0 && <Alert type="info" showIcon title={f.behind(figures.behind)} />}
      {figures?.cut && <Alert type="warning" showIcon title={f.cut} />}
      {!figures && known.asking && <p className="dim">{a.loading}</p>}
      {figures && shifts && (
        <div className="figure-page">
          <FigureTiles figures={figures} />
          <section className="figure-block">
            <h2 className="admin-label">
              {f.trend} <small className="dim">{f.trendOf(figures.alarms, figures.trend.every)}</small>
            </h2>
            {figures.alarms === 0 ? (
              <p className="dim">{f.calm}</p>
            ) : (
              option && (
                <Chart
                  option={option}
                  label={f.trendOf(figures.alarms, figures.trend.every)}
                  className="figure-trend"
                />
              )
            )}
          </section>
          <Named figures={figures} nameOf={naming.nameOf} />
          <PeopleAndShifts figures={figures} />
        </div>
      )}
    </PageFrame>
  )
}
