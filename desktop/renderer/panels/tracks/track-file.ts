import type { Track } from '#shared/contract/tracks.ts'
import { BYTE_ORDER_MARK, csvLine } from '#shared/csv.ts'

/** Every position on a line; what a spreadsheet opens. */
export function csvOf(tracks: readonly Track[], heads: readonly string[]): string {
  const lines = tracks.flatMap(({ name, device, plate = '', runs }) =>
    runs.flatMap((run) =>
      run.map(([at, lon, lat, height]) => csvLine([name, device, plate, new Date(at).toISOString(), lon, lat, height])),
    ),
  )
  return BYTE_ORDER_MARK + csvLine(heads) + lines.join('')
}

/** RFC 7946: a way for each mover, in as many lines as it has runs, with the times beside, as others read them. */
export function geoJsonOf(tracks: readonly Track[]): string {
  const features = tracks.map(({ name, device, plate, sorts, runs, metres }) => {
    // A line has two ends; somebody who was heard of once stood there.
    const lines = runs.map((run) => (run.length > 1 ? run : [...run, ...run]))
    return {
      type: 'Feature',
      properties: {
        name,
        device,
        ...(plate === undefined ? {} : { plate }),
        sorts,
        metres,
        coordTimes: lines.map((run) => run.map(([at]) => new Date(at).toISOString())),
      },
      geometry: {
        type: 'MultiLineString',
        coordinates: lines.map((run) => run.map(([, lon, lat, height]) => [lon, lat, height])),
      },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}
