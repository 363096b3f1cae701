import { Badge, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { PageFrame } from '../PageFrame.tsx'
import { SearchField } from '../SearchField.tsx'
import { useLater } from '../use-later.ts'
import { BulkBar } from './BulkBar.tsx'
import { DeviceDrawer } from './DeviceDrawer.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { type Filter, Filters, fits } from './Filters.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { SheetTools } from './SheetTools.tsx'
import { useArchive, useFoundRows } from './use-archive.ts'

/** The archive of devices (GB/T 42455.1 7.2.4) and the ledger of assets (10.1). */
export function DevicesPage() {
  const a = useAdminTexts()
  const d = a.devices
  const { rows, withSecret, known, today, again } = useArchive()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter>({})
  const [chosen, setChosen] = useState<string[]>([])
  const [open, setOpen] = useState<{ id: string | undefined }>()
  const [importing, setImporting] = useState(false)
  const found = useFoundRows(rows, useLater(typed.trim(), 150))
  const shown = useMemo(
    () => rows.filter((row) => fits(row, filter) && (found === undefined || found.has(row.id))),
    [rows, filter, found],
  )
  const present = useMemo(() => rows.filter(({ state }) => state !== 'retired'), [rows])
  const late = useMemo(() => present.filter(({ due }) => isLate(due.reminders)).length, [present])
  const isOverdue = useMemo(() => present.some(({ due }) => due.reminders.includes('overdue')), [present])
  const groups = useMemo(() => [...new Set(rows.flatMap(({ entry }) => entry.groups ?? []))].sort(), [rows])
  const isChosen = useMemo(() => new Set(chosen), [chosen])
  const row = rows.find(({ id }) => id === open?.id)
  const isFiltered = typed !== '' || Object.keys(filter).length > 0
  return (
    <PageFrame
      title={a.pages.devices}
      hint={d.hint}
      known={known}
      actions={
        <>
          <SheetTools today={today} openImport={() => setImporting(true)} />
          <Button type="primary" size="small" onClick={() => setOpen({ id: undefined })}>
            {d.create}
          </Button>
        </>
      }
    >
      <div className="admin-bar">
        <SearchField hint={d.searchHint} value={typed} typed={setTyped} />
        <Filters rows={rows} filter={filter} set={setFilter} />
        <span className="dim">{isFiltered ? a.countOf(shown.length, present.length) : a.count(shown.length)}</span>
        {late > 0 && filter.due === undefined && (
          <Button type="text" size="small" onClick={() => setFilter({ due: isOverdue ? 'overdue' : 'ending' })}>
            <Badge status="warning" text={d.badge(late)} />
          </Button>
        )}
      </div>
      {chosen.length > 0 && (
        <BulkBar rows={present.filter(({ id }) => isChosen.has(id))} clear={() => setChosen([])} changed={again} />
      )}
      <DeviceTable
        rows={shown}
        withSecret={withSecret}
        loading={known.at === undefined && known.asking}
        filtered={isFiltered}
        chosen={chosen}
        choose={setChosen}
        open={(id) => setOpen({ id })}
      />
      {open && (
        <DeviceDrawer
          key={open.id ?? ''}
          row={row}
          isNew={open.id === undefined}
          hasSecret={open.id !== undefined && withSecret.has(open.id)}
          groups={groups}
          changed={again}
          close={() => setOpen(undefined)}
        />
      )}
      {importing && <ImportDialog done={again} close={() => setImporting(false)} />}
    </PageFrame>
  )
}

function isLate(reminders: readonly string[]): boolean {
  return reminders.includes('overdue') || reminders.includes('ending')
}
