import { Button } from 'antd'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import type { Pages } from './use-pages.ts'

/** Below a list that is told newest first: how many are shown, and the way to older ones. */
export function OlderBar({ pages, isCounted = false }: { pages: Pages<object>; isCounted?: boolean }) {
  const a = useAdminTexts()
  const { rows, next, asking, problem, at, older, stop } = pages
  // Where all are counted, how many of them are shown is of interest as long as those are not all.
  const isSaid = !isCounted || next !== null
  return (
    <footer className="admin-older" aria-live="polite">
      {isSaid && <span className="dim">{a.count(rows.length)}</span>}
      {asking && next?.rest !== undefined && (
        <>
          <span className="dim">{a.audit.searching(next.rest)}</span>
          <Button size="small" onClick={stop}>
            {a.audit.stop}
          </Button>
        </>
      )}
      {!asking && next && (
        <Button size="small" onClick={older}>
          {a.older}
        </Button>
      )}
      {!asking && next?.rest !== undefined && <span className="dim">{a.audit.rest(next.rest)}</span>}
      {!asking && !next && !problem && at !== undefined && rows.length > 0 && <span className="dim">{a.oldest}</span>}
    </footer>
  )
}
