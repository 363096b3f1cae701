import { useSpeech } from '../../i18n/language.ts'
import type { Wall } from '../dock/wall.ts'

interface WallToolProps {
  wall: Wall
  /** Another number of outputs is another arrangement. */
  change(wall: Wall): void
  changeBezel(wall: Wall): void
}

const MOST = { columns: 16, rows: 16, bezel: 400 }

/** Of how many outputs the wall is made, and how wide the seams between them are. */
export function WallTool({ wall, change, changeBezel }: WallToolProps) {
  const { t } = useSpeech()
  const words = t.dock.wall
  const field = (name: keyof Wall, least: number, set: (wall: Wall) => void) => (
    <label>
      {words[name]}
      <input
        type="number"
        min={least}
        max={MOST[name]}
        value={wall[name]}
        onChange={({ target }) => {
          const value = target.valueAsNumber
          if (Number.isInteger(value) && value >= least && value <= MOST[name]) set({ ...wall, [name]: value })
        }}
      />
    </label>
  )
  return (
    <fieldset className="wall-tool">
      <legend>{words.title}</legend>
      {field('columns', 1, change)}
      {field('rows', 1, change)}
      {field('bezel', 0, changeBezel)}
      <p className="dim">{words.hint}</p>
    </fieldset>
  )
}
