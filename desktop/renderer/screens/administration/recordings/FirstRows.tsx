import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { columnsOf } from './entry.ts'

const SHOWN = 6

/** The first rows as they stand in the file. */
export function FirstRows({ first, heads }: { first: readonly (readonly string[])[]; heads: boolean }) {
  const r = useAdminTexts().recordings
  const rows = first.slice(heads ? 1 : 0, SHOWN + (heads ? 1 : 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section className="recording-first" tabIndex={0} aria-label={r.first}>
      <table>
        <thead>
          <tr>
            {columnsOf(first, heads).map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike, and nothing moves
            <tr key={row}>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
