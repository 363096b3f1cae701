import { useEffect, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Wall } from '../dock/wall.ts'

interface WallToolProps {
  wall: Wall
  /** Another number of outputs is another arrangement. */
  change(wall: Wall): void
  changeBezel(wall: Wall): void
}

const MOST = 16

/** Of how many outputs the wall is made, and how wide the seams between them are. */
export function WallTool({ wall, change, changeBezel }: WallToolProps) {
  const { t } = useSpeech()
  const words = t.dock.wall
  // More than a third of an output behind its frame leaves nothing to read.
  const widest = Math.floor(Math.min(innerWidth / wall.columns, innerHeight / wall.rows) / 3)
  const field = (name: keyof Wall, least: number, most: number, set: (wall: Wall) => void) => (
    <NumberField
      label={words[name]}
      value={wall[name]}
      least={least}
      most={most}
      change={(value) => set({ ...wall, [name]: value })}
    />
  )
  return (
    <fieldset className="wall-tool">
      <legend>{words.title}</legend>
      {field('columns', 1, MOST, change)}
      {field('rows', 1, MOST, change)}
      {field('bezel', 0, widest, changeBezel)}
      <p className="dim">{words.hint}</p>
    </fieldset>
  )
}

interface NumberFieldProps {
  label: string
  value: number
  least: number
  most: number
  change(value: number): void
}

/** What is typed counts when it is whole: on Enter, or when somebody goes on elsewhere. */
function NumberField({ label, value, least, most, change }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value))
  useEffect(() => setTyped(String(value)), [value])
  const commit = () => {
    const wanted = Math.round(Number(typed))
    const allowed = typed.trim() === '' || Number.isNaN(wanted) ? value : Math.min(most, Math.max(least, wanted))
    setTyped(String(allowed))
    if (allowed !== value) change(allowed)
  }
  return (
    <label>
      {label}
      <input
        type="number"
        min={least}
        max={most}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </label>
  )
}
