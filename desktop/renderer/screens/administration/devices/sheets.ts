import { deviceKinds } from '#models/devices/index.ts'
import { dueOf } from '#models/due.ts'
import { ASSET_STATES } from '#models/registry/cells.ts'
import { columns, saidBesides } from '#models/registry/columns.ts'
import { columnsFor, rowOf, titleOf, type Written } from '#models/registry/table.ts'
import type { RowProblem } from '#shared/contract/imports.ts'
import { type ArchiveLine, exportDevices, MOST_LINES } from '#shared/contract/registry.ts'
import { BYTE_ORDER_MARK, csvLine } from '#shared/csv.ts'
import { type Sheet, writeWorkbook } from '#shared/workbook.ts'
import type { DeviceTexts } from '../../../i18n/admin/devices.zh.ts'
import { dateTime, dayOf } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/language.ts'
import type { Asker } from '../../../store/ask.ts'
import type { KnownSite } from '../../../store/site.ts'

export type Format = 'xlsx' | 'csv'
type Line = ArchiveLine & { phone?: string | undefined }

export function workbookFile(sheets: Sheet[]): Blob {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Blob([writeWorkbook(sheets) as Uint8Array<ArrayBuffer>], { type })
}

export function csvFile(rows: Sheet['rows']): Blob {
  const text = rows.map((cells) => csvLine(cells.map((cell) => cell ?? ''))).join('')
  return new Blob([BYTE_ORDER_MARK + text], { type: 'text/csv;charset=utf-8' })
}

/** Heads in both languages, an example that is not imported, what may be written where, and what to mind. */
export function templateFile(d: DeviceTexts, language: Language, site: KnownSite | undefined): Blob {
  const example = rowOf(exampleOf(site), columns)
  const places = [...(site?.grids ?? []), ...(site?.buildings ?? [])].sort((a, b) => (a.place < b.place ? -1 : 1))
  const states = Object.values(ASSET_STATES)
  const values = Array.from({ length: Math.max(deviceKinds.all.length, places.length) }, (_, i) => {
    const [kind, state, place] = [deviceKinds.all[i], states[i], places[i]]
    return [kind?.name[language], kind?.kind, state?.[language], place?.place, place?.name]
  })
  const notes = columns.map((column) => [titleOf(column), column.hint?.[language]])
  return workbookFile([
    { name: d.sheets.devices, rows: [columns.map(titleOf), example], widths: columns.map(({ width }) => width) },
    { name: d.sheets.values, rows: [d.valueHeads, ...values], widths: [18, 22, 12, 26, 22] },
    { name: d.sheets.notes, rows: [d.noteHeads, ...d.notesRows.map((note) => ['', note]), ...notes], widths: [34, 90] },
  ])
}

function exampleOf(site: KnownSite | undefined): Written {
  const building = site?.buildings[0]
  const { lon = 114, lat = 22.5 } = building?.position ?? site?.community.center ?? {}
  return {
    device: '#smoke-b06-f12-01',
    kind: 'smoke-detector',
    name: '6 栋 12 层走道烟感',
    place: building ? `${building.place}/f01` : 'community/zone/building/f01',
    position: { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)), height: 2.8 },
    maker: '厂家',
    model: 'S-100',
    serial: '00012345',
    installedAt: '2026-01-31',
    owner: '街道办事处',
    user: '社区居委会',
    maintainer: '维保公司',
    keeper: '张工',
    phone: '138 0000 0000',
    warrantyUntil: '2029-01-31',
    servicedAt: '2026-07-01',
    groups: ['一期', '消防'],
  }
}

interface ExportWish {
  ask: Asker['ask']
  phones: boolean
  today: string
  format: Format
  name: string
  sourceOf(line: ArchiveLine): string
  told(done: number): void
}

/** All of the own area of duty, page by page; each page is on record. */
export async function exportFile(wish: ExportWish): Promise<{ file: Blob; count: number }> {
  const { ask, phones, today, format, name, sourceOf, told } = wish
  const lines: Line[] = []
  for (let total = 1; lines.length < total; ) {
    const page = await ask(exportDevices, { from: lines.length, limit: MOST_LINES, phones, retired: true })
    total = page.total
    lines.push(...page.devices)
    told(lines.length)
    if (page.devices.length === 0) break
  }
  const written = columnsFor(phones)
  const besides = Object.values(saidBesides).map(({ zh, en }) => `${zh} ${en}`)
  const rows = lines.map((line) => {
    const due = dueOf({ ...line, registered: dayOf(line.registeredAt) }, deviceKinds.get(line.kind)?.upkeep, today)
    const retired = line.retired ? `${dateTime(line.retired.at)} ${line.retired.reason}` : ''
    const said = [retired, due.service, due.end, dateTime(line.registeredAt), sourceOf(line)]
    const row = rowOf(line, written)
    // A retired one is no device to import: it is there to be read.
    if (line.retired) row[0] = `#${line.device}`
    return [...row, ...said]
  })
  const table = [[...written.map(titleOf), ...besides], ...rows]
  const widths = [...written.map(({ width }) => width), 20, 18, 18, 20, 20]
  return {
    file: format === 'csv' ? csvFile(table) : workbookFile([{ name, rows: table, widths }]),
    count: lines.length,
  }
}

/** What is wrong, in words. */
export function problemText({ problem, more }: RowProblem, d: DeviceTexts): string {
  return more === undefined ? d.problems[problem] : `${d.problems[problem]} ${more}`
}

export function columnText({ column }: RowProblem, language: Language): string {
  return columns.find(({ name }) => name === column)?.title[language] ?? column
}

export function problemsFile(problems: readonly RowProblem[], d: DeviceTexts, language: Language): Blob {
  const rows = problems.map((one) => [one.row, columnText(one, language), one.value, problemText(one, d)])
  return workbookFile([{ name: d.problemsFile, rows: [d.problemHeads, ...rows], widths: [8, 22, 40, 60] }])
}

/** What a field says, for people. */
export function saidOf(value: unknown, d: DeviceTexts): string {
  if (value === null || value === undefined || value === '') return d.nothingWas
  if (Array.isArray(value)) return value.join('、')
  if (typeof value !== 'object') return String(value)
  return Object.values(value).join(', ')
}
