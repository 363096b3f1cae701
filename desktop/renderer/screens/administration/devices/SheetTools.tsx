import { App as AntApp, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { download } from '../../../store/files/download.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { codeOf } from '../use-answer.ts'
import { exportFile, type Format, templateFile } from './sheets.ts'

/** The archive as a spreadsheet: its template, in and out. */
export function SheetTools({ today, openImport }: { today: string; openImport(): void }) {
  const center = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const d = useAdminTexts().devices
  const { message } = AntApp.useApp()
  const [done, setDone] = useState<number>()
  const take = async (format: Format, phones: boolean) => {
    setDone(0)
    try {
      const { file, count } = await exportFile({
        ask: center.ask,
        phones,
        today,
        format,
        name: d.sheets.devices,
        sourceOf: ({ source, file: from }) => `${d.sources[source] ?? source}${from ? ` ${from}` : ''}`,
        told: setDone,
      })
      download(file, `${d.file}-${dateTime(center.now()).replace(' ', '-').replaceAll(':', '')}.${format}`)
      message.success(d.exported(count))
    } catch (error) {
      message.error(t.errors[codeOf(error)])
    } finally {
      setDone(undefined)
    }
  }
  return (
    <>
      <Button size="small" onClick={() => download(templateFile(d, language, site), `${d.templateFile}.xlsx`)}>
        {d.template}
      </Button>
      <Button size="small" onClick={openImport}>
        {d.import}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: d.exportXlsx },
            { key: 'csv', label: d.exportCsv },
            { key: 'phones', label: d.exportPhones },
          ],
          onClick: ({ key }) => void take(key === 'csv' ? 'csv' : 'xlsx', key === 'phones'),
        }}
      >
        <Button size="small" loading={done !== undefined}>
          {done === undefined ? d.export : d.exporting(done)}
        </Button>
      </Dropdown>
    </>
  )
}
