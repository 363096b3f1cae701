import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { placeName } from '../../store/place-name.ts'
import { knownKeys } from '../../store/recorded/known-keys.ts'
import type { Recording } from '../../store/recorded/recording.ts'
import { usePlaceState } from '../../store/site.ts'

/** Of what a file is, who made it, and whether it is still what was made. */
export function AboutRecording({ recording }: { recording: Recording }) {
  const { t } = useSpeech()
  const words = t.recorded
  const { place } = usePlaceState()
  const { bundle, verdict, source } = recording
  const { manifest, fingerprint, altered } = bundle
  const signer = knownKeys()[fingerprint]
  const kinds = new Map<keyof typeof words.alteredParts, number>()
  for (const { name, kind } of manifest.parts) if (altered.has(name)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return (
    <details className={`recorded-about ${verdict}`}>
      <summary>
        <strong>
          {verdict === 'altered'
            ? words.verdicts.altered(altered.size, source.holes.length > 0)
            : words.verdicts[verdict]}
        </strong>
      </summary>
      <ul>
        <li>{recording.name}</li>
        <li>{words.made(dateTime(manifest.made.at), manifest.made.by.name)}</li>
        {manifest.sight.place !== '' && <li>{words.place(placeName(recording.site, manifest.sight.place, t))}</li>}
        {bundle.seal === 'sealed' && (
          <li>
            {words.key(fingerprint)} · {signer === undefined ? words.keyUnknown : words.keyOf(signer)}
          </li>
        )}
        {[...kinds].map(([kind, count]) => (
          <li key={kind} className="recorded-altered">
            {words.alteredParts[kind]} × {count}
          </li>
        ))}
        {recording.site === undefined && <li>{words.withoutPlace}</li>}
        {place?.tiles.own === null && <li>{words.withoutTiles}</li>}
      </ul>
    </details>
  )
}
