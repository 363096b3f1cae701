import { Button } from 'antd'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import type { Pages } from './use-pages.ts'

/** Below a list that is told newest first: how many are shown, and the way to older ones. */
export function OlderBar({ pages: { rows, next, asking, problem, at, older, stop } }: { pages: Pages<object> }) {
  const a = useAdminTexts()
  return (
    <footer className="admin-older" aria-live="polite">
      <span className="dim">{a.count(rows.length)}</span>
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
