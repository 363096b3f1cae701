import { useEffect, useMemo, useRef, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/zh.ts'
import { type Measure, type Measured, type MeasureWords, Measuring } from '../../scene/measure/measuring.ts'
import { buildingAt } from '../../store/place-name.ts'
import { type KnownSite, useSite } from '../../store/site.ts'
import { useScene } from './scene-context.ts'

const MEASURES: readonly Measure[] = ['distance', 'area', 'height', 'sight']

/** Distance, area, height, and whether one point is seen from another. */
export function MeasureTool({ close }: { close(): void }) {
  const { t } = useSpeech()
  const { stage } = useScene()
  const site = useSite()
  const [what, setWhat] = useState<Measure>('distance')
  const [measured, setMeasured] = useState<Measured>()
  const spoken = useMemo<MeasureWords>(
    () => ({ figure: (figure) => said(figure, t, site), eye: t.scene.measure.eye, target: t.scene.measure.target }),
    [t, site],
  )
  const tool = useRef<Measuring>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language keeps the points
  useEffect(() => {
    const measuring = new Measuring(stage, { what, words: spoken, told: setMeasured, done: close })
    const release = stage.use(measuring)
    tool.current = measuring
    return () => {
      release()
      measuring.close()
    }
  }, [stage, what, close])
  useEffect(() => tool.current?.speak(spoken), [spoken])
  const words = t.scene.measure
  return (
    <section aria-label={t.scene.tools.measure}>
      <h4>{t.scene.tools.measure}</h4>
      <div className="scene-choices">
        {MEASURES.map((one) => (
          <button key={one} type="button" aria-pressed={one === what} onClick={() => setWhat(one)}>
            {words[one]}
          </button>
        ))}
      </div>
      <p className="scene-figure" role="status">
        {measured ? said(measured, t, site) : <span className="dim">{words.hint[what]}</span>}
      </p>
      <button type="button" className="scene-link" disabled={!measured} onClick={() => stage.tool?.undo()}>
        {words.undo}
      </button>
    </section>
  )
}

function said(measured: Measured, t: Texts, site: KnownSite | undefined): string {
  const words = t.scene.measure
  if (measured.what === 'area')
    return `${metres(measured.squareMetres)} m² · ${words.around} ${metres(measured.metres)} m`
  if (measured.what !== 'sight') return `${metres(measured.metres)} m`
  if (measured.free) return `${words.free} · ${metres(measured.metres)} m`
  const by = measured.by === undefined || !site ? undefined : buildingAt(site, measured.by)
  return `${words.blocked(by?.name ?? '')} · ${words.seenFor(metres(measured.until))}`
}

function metres(value: number): string {
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')
}
