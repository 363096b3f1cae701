import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { figureText, type KeyFigure, keyFigures, spanText } from './key-figures.ts'

/** Each figure with what is recommended, and whether it is so. */
export function FigureTiles({ figures }: { figures: AlarmFigures }) {
  const f = useAdminTexts().alarmFigures
  const { perTenMinutes, floods, alarms, quiet, people, acknowledge, close, again } = figures
  const more: Partial<Record<KeyFigure['target'], string>> = {
    perTenMinutes: f.more.most(perTenMinutes.most, dateTime(perTenMinutes.mostAt).slice(5, 16)),
    perDay: `${f.more.all(alarms, quiet)} · ${f.more.operators(people.length)}`,
    inFlood: f.more.floods(floods.count, spanText(floods.ms, f)),
    chattering: again > 0 ? f.more.again(again) : '',
  }
  return (
    <ul className="figure-tiles">
      {keyFigures(figures).map((one) => (
        <li key={one.target} className={one.met === null ? '' : one.met ? 'met' : 'missed'} data-figure={one.target}>
          <span>{f.names[one.target]}</span>
          <strong>{figureText(one)}</strong>
          <small>
            {f.recommended(f.targets[one.target])}
            {one.met === null && ` · ${f.tooFew}`}
            {one.met !== null && <b>{one.met ? ` ✓ ${f.met}` : ` ✕ ${f.missed}`}</b>}
          </small>
          <small className="dim">{more[one.target]}</small>
        </li>
      ))}
      {(
        [
          [f.acknowledge, acknowledge],
          [f.close, close],
        ] as const
      ).map(([name, spread]) => (
        <li key={name}>
          <span>{name}</span>
          <strong>{spanText(spread.median, f)}</strong>
          <small>{spread.p90 === null ? f.nothing : f.more.p90(spanText(spread.p90, f))}</small>
          <small className="dim">{f.noTarget}</small>
        </li>
      ))}
    </ul>
  )
}
