import { Tooltip } from 'antd'
import { Icon, type IconName } from './icons.tsx'

interface ToolButtonWish {
  icon: IconName
  label: string
  onClick(): void
  pressed?: boolean
  turn?: number
}

export function ToolButton({ icon, label, onClick, pressed, turn }: ToolButtonWish) {
  return (
    <Tooltip title={label} placement="left" mouseEnterDelay={0.3}>
      <button
        type="button"
        className="scene-tool"
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      >
        <Icon name={icon} {...(turn === undefined ? {} : { turn })} />
      </button>
    </Tooltip>
  )
}
