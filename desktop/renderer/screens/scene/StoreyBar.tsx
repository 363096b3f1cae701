import { useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useScene, useStage } from './scene-context.ts'
import { ToolButton } from './ToolButton.tsx'

const NARROW = '(max-width: 720px)'

/** The storeys of an opened building, the highest first as they stand, and how they are shown. */
export function StoreyBar() {
  const { t } = useSpeech()
  const { stage } = useScene()
  const inside = useStage((s) => s.inside)
  // Where there is little room the picture comes first.
  const [folded, setFolded] = useState(() => matchMedia(NARROW).matches)
  if (!inside) return null
  const { arrangement, storeys, name, arriving } = inside
  const words = t.scene.storeys
  const alone = arrangement.mode === 'alone' ? arrangement.floor : undefined
  return (
    <section className="scene-storeys" data-arriving={arriving} aria-label={name}>
      <header>
        <button
          type="button"
          className="scene-fold"
          aria-expanded={!folded}
          title={folded ? words.unfold : words.fold}
          onClick={() => setFolded(!folded)}
        >
          <strong>{name}</strong>
          <span className="dim">{storeys.find(({ floor }) => floor === alone)?.name}</span>
          {folded ? '▸' : '▾'}
        </button>
        <ToolButton icon="leave" label={words.leave} onClick={() => stage.leave()} />
      </header>
      {!folded && (
        <>
          <div className="scene-choices">
            {(['closed', 'apart'] as const).map((mode) => (
              <button
                key={mode}
                type="button"
                aria-pressed={arrangement.mode === mode}
                onClick={() => stage.arrange({ mode })}
              >
                {words[mode]}
              </button>
            ))}
            <button
              type="button"
              aria-pressed={arrangement.seeThrough}
              onClick={() => stage.arrange({ seeThrough: !arrangement.seeThrough })}
            >
              {words.seeThrough}
            </button>
          </div>
          <div className="scene-floors">
            {storeys.toReversed().map(({ floor, name: floorName }) => (
              <button
                key={floor}
                ref={alone === floor ? bringIntoView : undefined}
                type="button"
                aria-pressed={alone === floor}
                onClick={() => stage.arrange({ mode: 'alone', floor, seeThrough: false })}
              >
                {floorName}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

/** A tower has more storeys than the bar shows at once. */
function bringIntoView(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest', inline: 'center' })
}
