import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { openMap } from '../../store/lens.ts'
import type { ThematicMap } from '../../store/maps/map.ts'
import type { Thing } from '../../store/maps/thing.ts'
import { FigureTile } from './FigureTile.tsx'

const MOST = 4

/** A thematic map that is not open: what it is called and how things stand. */
export function MapCard({ map, things }: { map: ThematicMap; things: readonly Thing[] }) {
  const { t, language } = useSpeech()
  const figures = useMemo(() => {
    const mine = things.filter(({ device }) => map.wants(device.kind))
    return map.figures.flatMap(({ id, name, of }) => {
      const amount = of(mine)
      return amount ? [{ id, name, amount }] : []
    })
  }, [map, things])
  return (
    <button type="button" className="maps-card" title={t.maps.open(map.name[language])} onClick={() => openMap(map.id)}>
      <h3>{map.name[language]}</h3>
      {figures.length === 0 && <span className="dim">{t.maps.nothing}</span>}
      <span className="maps-figures">
        {figures.slice(0, MOST).map(({ id, name, amount }) => (
          <FigureTile key={id} name={name[language]} amount={amount} />
        ))}
      </span>
    </button>
  )
}
