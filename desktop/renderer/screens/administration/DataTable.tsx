import { Empty, Table, type TableProps } from 'antd'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useAdminTexts } from '../../i18n/admin/speech.ts'

const LEAST_HEIGHT = 160
const HEADER = 40
const STEPS: Record<string, number> = { ArrowDown: 36, ArrowUp: -36, PageDown: 320, PageUp: -320, Home: -1e9, End: 1e9 }

interface Props<R> extends Omit<TableProps<R>, 'virtual' | 'scroll' | 'pagination' | 'title'> {
  label: string
  width: number
  /** Said when there is nothing at all; `filtered`: when nothing matches. */
  empty: { title: string; hint?: string }
  filtered?: boolean
}

/** A table as high as the page has room, that draws only the rows in sight: ten thousand are no heavier than ten. */
export function DataTable<R extends object>({ label, width, empty, filtered = false, ...table }: Props<R>) {
  const a = useAdminTexts()
  const box = useRef<HTMLElement>(null)
  const [height, setHeight] = useState(LEAST_HEIGHT)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setHeight(Math.max(LEAST_HEIGHT, element.clientHeight - HEADER)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  // The rows are scrolled by script, which leaves the keys without effect.
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const rows = box.current?.querySelector('.ant-table-tbody-virtual-holder')
    if (step === undefined || !rows || event.target !== box.current) return
    rows.scrollTop += step
    event.preventDefault()
  }

  const said = filtered ? { title: a.noMatch, hint: a.noMatchHint } : empty
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section className="admin-table" ref={box} tabIndex={0} aria-label={label} onKeyDown={onKey}>
      <Table<R>
        size="small"
        virtual
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: width, y: height }}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said.title}>
              {said.hint}
            </Empty>
          ),
        }}
        {...table}
      />
    </section>
  )
}
