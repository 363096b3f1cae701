import { useSpeech } from '../../i18n/language.ts'

/** A link or a choice that leads to nothing says so, and what it was looking for. */
export function MissingCard({ kind, id }: { kind: 'alarm' | 'device' | 'place'; id: string }) {
  const { t } = useSpeech()
  return (
    <div className="card missing" role="status">
      <h3>{t.detail.missing[kind]}</h3>
      <p className="dim">{t.detail.missingHint[kind]}</p>
      <code>{id}</code>
    </div>
  )
}
