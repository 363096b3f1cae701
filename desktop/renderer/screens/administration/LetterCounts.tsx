import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { useSpeech } from '../../i18n/language.ts'

export interface LetterCount {
  source: string
  code: string
  count: number
}

interface Props {
  counts: LetterCount[]
  chosen: { source: string; code: string } | undefined
  choose(chosen: { source: string; code: string } | undefined): void
}

/** How often what was refused, the most frequent first; each leads to its messages. */
export function LetterCounts({ counts, chosen, choose }: Props) {
  const { t } = useSpeech()
  const a = useAdminTexts()
  if (counts.length === 0) return null
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset className="admin-counts">
      <legend>{a.letters.counts}</legend>
      <button type="button" aria-pressed={!chosen} onClick={() => choose(undefined)}>
        {a.letters.all} <strong>{all}</strong>
      </button>
      {[...counts]
        .sort((one, two) => two.count - one.count)
        .map(({ source, code, count }) => (
          <button
            key={`${source} ${code}`}
            type="button"
            title={code}
            aria-pressed={chosen?.source === source && chosen.code === code}
            onClick={() => choose({ source, code })}
          >
            <span className="dim">{a.letters.sources[source] ?? source}</span>{' '}
            {(t.errors as Record<string, string>)[code] ?? code} <strong>{count}</strong>
          </button>
        ))}
    </fieldset>
  )
}
