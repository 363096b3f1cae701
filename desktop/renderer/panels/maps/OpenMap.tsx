import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import { clearLens, drawArea, isNarrowed, lens, pickAll, startDrawing } from '../../store/lens.ts'
import type { ThematicMap } from '../../store/maps/map.ts'
import { tally } from '../../store/maps/tally.ts'
import type { Thing } from '../../store/maps/thing.ts'
import { CountChart } from './CountChart.tsx'
import { FigureTile } from './FigureTile.tsx'
import { MeasureChart } from './MeasureChart.tsx'
import { PickedList } from './PickedList.tsx'

/** A thematic map: pick a bar or a figure and the scene shows those alone; draw an area and the bars follow. */
export function OpenMap({ map, things }: { map: ThematicMap; things: readonly Thing[] }) {
  const { t, language } = useSpeech()
  const seen = useStore(lens)
  const { picks, area, drawing } = seen
  const mine = useMemo(() => things.filter(({ device }) => map.wants(device.kind)), [map, things])
  const { within, counts } = useMemo(() => tally(mine, map.charts, picks, area), [mine, map, picks, area])
  const inArea = useMemo(() => tally(mine, [], {}, area).within, [mine, area])
  const words = t.maps
  return (
    <>
      <div className="maps-figures maps-open-figures">
        {map.figures.map(({ id, name, of, picks: wanted }) => {
          const amount = of(inArea)
          if (!amount) return null
          return (
            <button
              key={id}
              type="button"
              disabled={!wanted}
              aria-pressed={wanted !== undefined && JSON.stringify(wanted) === JSON.stringify(picks)}
              onClick={() => wanted && pickAll(wanted)}
            >
              <FigureTile name={name[language]} amount={amount} />
            </button>
          )
        })}
      </div>
      <div className="maps-narrowed">
        <span role="status">
          {isNarrowed(seen) ? words.picked(within.length, mine.length) : words.whole(mine.length)}
        </span>
        <button type="button" aria-pressed={drawing} onClick={() => startDrawing(!drawing)}>
          {words.draw}
        </button>
        {area && !drawing && (
          <button type="button" onClick={() => drawArea(undefined)}>
            {words.noArea}
          </button>
        )}
        {isNarrowed(seen) && (
          <button type="button" onClick={clearLens}>
            {words.clear}
          </button>
        )}
      </div>
      <div className="maps-charts">
        {map.charts.map((id) => (
          <CountChart key={id} dimension={id} counts={counts.get(id) ?? new Map()} picked={picks[id] ?? []} />
        ))}
        {map.measures.map((measure) => (
          <MeasureChart key={`${measure.kind} ${measure.metric}`} measure={measure} things={inArea} />
        ))}
        {isNarrowed(seen) && within.length > 0 && <PickedList things={within} />}
      </div>
    </>
  )
}
