import { useSpeech } from '../../i18n/language.ts'
import type { Amount } from '../../store/maps/map.ts'

/** A number with its unit, and of how many; marked when somebody should look. */
export function FigureTile({ name, amount }: { name: string; amount: Amount }) {
  const { t } = useSpeech()
  const { value, unit, decimals = 0, of, concern } = amount
  return (
    <span className={`maps-figure${concern ? ' concern' : ''}`}>
      <strong>
        {value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}
        {of !== undefined && <small> / {of.toLocaleString('en-US')}</small>}
        {unit && <small> {unit}</small>}
      </strong>
      <span>{name}</span>
      {concern && <i role="img" aria-label={t.maps.concern} />}
    </span>
  )
}
