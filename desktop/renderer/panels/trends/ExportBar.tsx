import type { EChartsType } from 'echarts/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AskError } from '../../store/ask.ts'
import { download, fileName } from '../../store/files/download.ts'
import { useCenter } from '../../store/hooks.ts'
import { token } from '../../theme/chart/Chart.tsx'
import { say } from '../../theme/notice.ts'
import type { Axis } from './axes.ts'
import type { Curve } from './chart-option.ts'
import { type Told, writeReadings } from './export-readings.ts'
import { legendOf } from './legend.ts'
import { pictureOf } from './picture.ts'
import type { Range } from './range.ts'

interface ExportBarProps {
  curves: readonly Curve[]
  axes: readonly Axis[]
  range: Range
  chart: RefObject<EChartsType | undefined>
}

/** Takes the readings away as a file, or the chart as a picture. */
export function ExportBar({ curves, axes, range, chart }: ExportBarProps) {
  const { t } = useSpeech()
  const words = t.trends
  const center = useCenter()
  const [progress, setProgress] = useState<Told>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const named = (format: string) => fileName(words.file, dateTime(center.now()), format)

  const write = async () => {
    const stop = new AbortController()
    running.current = stop
    setProgress({ written: 0, share: 0 })
    const whole = { from: Math.floor(range.from), to: Math.ceil(range.to) }
    try {
      const { file, written, missing } = await writeReadings(
        center.ask,
        curves,
        whole,
        words.heads,
        stop.signal,
        setProgress,
      )
      download(file, named('csv'))
      say('good', missing.length > 0 ? words.exportedBut(written, missing.join(' ')) : words.exported(written))
    } catch (error) {
      if (stop.signal.aborted) say('word', words.cancelled)
      else say('bad', words.failed(t.errors[error instanceof AskError ? error.code : 'internal']))
    } finally {
      setProgress(undefined)
    }
  }
  const draw = async () => {
    if (!chart.current) return
    const title = `${dateTime(range.from)} – ${dateTime(range.to)}`
    try {
      download(await pictureOf(chart.current, title, legendOf(curves, axes, words), token), named('png'))
    } catch {
      say('bad', words.failed(t.errors.internal))
    }
  }

  if (progress)
    return (
      <span className="trends-export" role="status">
        <progress value={progress.share} aria-label={words.csv} /> {words.running(progress.written)}
        <button type="button" onClick={() => running.current?.abort()}>
          {words.cancel}
        </button>
      </span>
    )
  return (
    <span className="trends-export">
      <button type="button" title={words.csvHint} disabled={curves.length === 0} onClick={() => void write()}>
        {words.csv}
      </button>
      <button type="button" disabled={curves.length === 0} onClick={() => void draw()}>
        {words.picture}
      </button>
    </span>
  )
}
