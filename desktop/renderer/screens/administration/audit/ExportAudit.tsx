import { App as AntApp, Progress as Bar, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AuditSearch } from '#shared/contract/audit.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { download } from '../download.ts'
import { codeOf } from '../use-answer.ts'
import { csvWriter, jsonWriter, type Progress, type Writer, writeExport } from './export-file.ts'
import { csvWords } from './words.ts'

/** Takes all that is found away as a file, page by page, until it is done or cancelled. */
export function ExportAudit({ search }: { search: AuditSearch }) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const { message } = AntApp.useApp()
  const [progress, setProgress] = useState<Progress>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (writer: Writer) => {
    const stop = new AbortController()
    running.current = stop
    setProgress({ written: 0, share: 0 })
    try {
      const { file, written } = await writeExport(center.ask, search, writer, stop.signal, setProgress)
      download(
        file,
        `${a.export.file}-${dateTime(center.now()).replace(' ', '-').replaceAll(':', '')}.${writer.format}`,
      )
      message.success(a.export.done(written))
    } catch (error) {
      if (stop.signal.aborted) message.info(a.export.cancelled)
      else message.error(`${a.export.failed} (${t.errors[codeOf(error)]})`)
    } finally {
      setProgress(undefined)
    }
  }

  if (progress)
    return (
      <span className="admin-export" role="status">
        <span>{a.export.running(progress.written)}</span>
        <Bar percent={Math.floor(progress.share * 100)} size="small" status="normal" />
        <Button size="small" onClick={() => running.current?.abort()}>
          {a.cancel}
        </Button>
      </span>
    )
  return (
    <span className="admin-export" title={a.export.hint}>
      <Button size="small" onClick={() => void start(csvWriter(csvWords(a)))}>
        {a.export.csv}
      </Button>
      <Button size="small" onClick={() => void start(jsonWriter)}>
        {a.export.json}
      </Button>
    </span>
  )
}
