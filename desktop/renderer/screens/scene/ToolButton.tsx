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
    <button
      type="button"
      className="scene-tool"
      aria-label={label}
      title={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onClick}
    >
      <Icon name={icon} {...(turn === undefined ? {} : { turn })} />
    </button>
  )
}
