import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import { layers } from '../../layers/index.ts'
import type { Scale } from '../../layers/layer.ts'
import type { LayerState } from '../../layers/layer-set.ts'
import { useCommands } from '../../store/commands.ts'
import { Icon } from './icons.tsx'
import { LegendImage } from './LegendImage.tsx'
import { useScene } from './scene-context.ts'

/** What is laid over the place: each layer with its number, and its legend, which is its filter as well. */
export function LayerTool() {
  const { t, language } = useSpeech()
  const { layers: set } = useScene()
  const [open, setOpen] = useState(false)
  useCommands(
    useMemo(
      () =>
        layers.all.map(({ id, name }) => ({
          id: `layer ${id}`,
          name: t.commands.layer(name[language]),
          run: () => set.switch(id, !set.state.getState()[id]?.on),
        })),
      [set, t, language],
    ),
  )
  return (
    <div className={`scene-layers${open ? ' open' : ''}`}>
      <button type="button" className="scene-layers-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="layers" /> {t.scene.layers.title}
      </button>
      {open && <LayerList />}
    </div>
  )
}

function LayerList() {
  const { t, language } = useSpeech()
  const { layers: set } = useScene()
  const states = useStore(set.state)
  const [unfolded, setUnfolded] = useState<string>()
  return (
    <>
      <ul>
        {layers.all.toReversed().map(({ id, name, scale }) => {
          const state = states[id]
          if (!state) return null
          const folds = state.legend.length > 0
          return (
            <li key={id}>
              <div className="scene-layer">
                <label>
                  <input
                    type="checkbox"
                    checked={state.on}
                    onChange={(event) => set.switch(id, event.target.checked)}
                  />
                  {name[language]}
                </label>
                <span className="dim">{state.on ? state.count.toLocaleString('en-US') : ''}</span>
                {folds && (
                  <button
                    type="button"
                    className="scene-link"
                    aria-expanded={unfolded === id}
                    aria-label={t.scene.layers.legendOf(name[language])}
                    onClick={() => setUnfolded(unfolded === id ? undefined : id)}
                  >
                    {unfolded === id ? '▾' : '▸'}
                  </button>
                )}
              </div>
              {state.on && scale && <LayerScale scale={scale} />}
              {folds && unfolded === id && <Legend id={id} state={state} />}
            </li>
          )
        })}
      </ul>
      <button type="button" className="scene-link" onClick={() => set.reset()}>
        {t.scene.layers.reset}
      </button>
    </>
  )
}

/** Stands as long as the layer is on: tones without their scale say nothing. */
function LayerScale({ scale: { ramp, least, most } }: { scale: Scale }) {
  const { language } = useSpeech()
  return (
    <div className="scene-scale">
      <span>{least[language]}</span>
      <i style={{ background: `linear-gradient(to right, ${ramp.join(', ')})` }} />
      <span>{most[language]}</span>
    </div>
  )
}

function Legend({ id, state }: { id: string; state: LayerState }) {
  const { language } = useSpeech()
  const { layers: set } = useScene()
  return (
    <ul className="scene-legend">
      {state.legend.map(({ key, name, image, color, count }) => (
        <li key={key}>
          <label>
            <input
              type="checkbox"
              checked={!state.hidden.has(key)}
              onChange={(event) => set.filter(id, key, !event.target.checked)}
            />
            {image && <LegendImage image={image} />}
            {color && <i style={{ background: color }} />}
            <span>{name[language]}</span>
            <span className="dim">{count.toLocaleString('en-US')}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
