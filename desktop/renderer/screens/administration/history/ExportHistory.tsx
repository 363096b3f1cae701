import { App as AntApp, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AlarmSearch } from '#shared/contract/alarm-history.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { download, fileName } from '../../../store/files/download.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { codeOf } from '../use-answer.ts'
import { exportedCells } from './columns.ts'
import { type HistoryFormat, MOST_EXPORTED, TooMany, writeHistory } from './export-file.ts'

/** Takes all that is found away as a file, page by page, until it is done or cancelled. */
export function ExportHistory({ search }: { search: AlarmSearch }) {
  const center = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const h = a.history
  const { message } = AntApp.useApp()
  const [written, setWritten] = useState<number>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (format: HistoryFormat) => {
    const stop = new AbortController()
    running.current = stop
    setWritten(0)
    const deviceName = (device: string) => center.world.get('devices', device)?.name ?? device
    const cells = exportedCells({ t, h, language, site, deviceName })
    const writer = { format, name: h.export.file, heads: Object.values(h.export.heads), cells }
    try {
      const made = await writeHistory(center.ask, search, writer, stop.signal, setWritten)
      download(made.file, fileName(h.export.file, dateTime(center.now()), format))
      message.success(a.export.done(made.written))
    } catch (error) {
      if (stop.signal.aborted) message.info(a.export.cancelled)
      else if (error instanceof TooMany) message.error(h.export.tooMany(MOST_EXPORTED[format]))
      else message.error(`${a.export.failed} (${t.errors[codeOf(error)]})`)
    } finally {
      setWritten(undefined)
    }
  }

  if (written !== undefined)
    return (
      <span className="admin-export" role="status">
        <span>{a.export.running(written)}</span>
        <Button size="small" onClick={() => running.current?.abort()}>
          {a.cancel}
        </Button>
      </span>
    )
  return (
    <span className="admin-export" title={h.export.hint}>
      <Button size="small" onClick={() => void start('csv')}>
        {h.export.csv}
      </Button>
      <Button size="small" onClick={() => void start('xlsx')}>
        {h.export.xlsx}
      </Button>
    </span>
  )
}
