import { useState } from 'react'
import { exportTracks, MOST_TRACK_POINTS, readTracks } from '#shared/contract/tracks.ts'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AskError } from '../../store/ask.ts'
import { download, fileName } from '../../store/files/download.ts'
import { useCenter } from '../../store/hooks.ts'
import type { TrackRange, Tracks } from '../../store/tracks.ts'
import { say } from '../../theme/notice.ts'
import { csvOf, geoJsonOf } from './track-file.ts'

interface TrackExportProps {
  chosen: Tracks['chosen']
  range: TrackRange
  whole: boolean
}

/** Takes the tracks away as a file; going on record comes first. */
export function TrackExport({ chosen, range, whole }: TrackExportProps) {
  const { t } = useSpeech()
  const words = t.tracks
  const center = useCenter()
  const [busy, setBusy] = useState(false)
  const write = async (format: 'csv' | 'geojson') => {
    setBusy(true)
    const asked = { devices: chosen.map(({ device }) => device), ...range, whole }
    try {
      await center.ask(exportTracks, { ...asked, format })
      const { tracks } = await center.ask(readTracks, { ...asked, most: MOST_TRACK_POINTS, within: 15, atLeast: 30 })
      const text = format === 'csv' ? csvOf(tracks, words.heads) : geoJsonOf(tracks)
      const type = format === 'csv' ? 'text/csv' : 'application/geo+json'
      download(new Blob([text], { type }), fileName(words.file, dateTime(range.from), format))
      const written = tracks.reduce((sum, { runs }) => sum + runs.reduce((n, run) => n + run.length, 0), 0)
      const all = tracks.reduce((sum, { fixes }) => sum + fixes, 0)
      say('good', written < all ? words.exportedThin(written, all) : words.exported(written))
    } catch (error) {
      say('bad', words.failed(t.errors[error instanceof AskError ? error.code : 'internal']))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {(['csv', 'geojson'] as const).map((format) => (
        <button key={format} type="button" disabled={busy} title={words.exportHint} onClick={() => void write(format)}>
          {words[format]}
        </button>
      ))}
    </>
  )
}
