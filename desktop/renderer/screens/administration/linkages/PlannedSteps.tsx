import { Tag } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { metresText } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfCommand } from '../../../store/orders.ts'

export interface Planned {
  steps: {
    action: number
    device?: string | undefined
    name?: string | undefined
    kind?: string | undefined
    command: string
    needsAnother: boolean
    away: boolean
  }[]
  cameras: { device: string; name: string; metres: number; sees: boolean }[]
}

/** Exactly which devices would be told what, and which cameras called up. */
export function PlannedSteps({ planned: { steps, cameras } }: { planned: Planned }) {
  const { language } = useSpeech()
  const l = useAdminTexts().linkages
  const told = steps.filter(({ device }) => device !== undefined)
  return (
    <div className="linkage-planned">
      <p role="status">
        <strong>{l.wouldTell(told.length, cameras.length)}</strong>
      </p>
      <ul>
        {cameras.map(({ device, name, metres, sees }) => (
          <li key={device}>
            <span className="dim">{l.cameras}</span>
            <span>{name}</span>
            {sees && <Tag>{l.sees}</Tag>}
            <span className="dim">{metresText(metres)}</span>
          </li>
        ))}
        {steps.map(({ action, device, name, kind, command, needsAnother, away }) => (
          <li key={`${action} ${device ?? ''}`}>
            <span className="dim">{l.step(action + 1)}</span>
            <span>{name ?? l.nobody}</span>
            <b>{nameOfCommand(kind, command, language)}</b>
            {needsAnother && <Tag color="warning">{l.needsAnother}</Tag>}
            {away && <Tag>{l.away}</Tag>}
          </li>
        ))}
      </ul>
    </div>
  )
}
