import { useEffect, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { qualities } from '../../scene/quality/quality.ts'
import { useScene, useStage } from './scene-context.ts'

/** What the scene spends and what it takes: by measuring, or fixed by hand. */
export function QualityTool() {
  const { t } = useSpeech()
  const { stage } = useScene()
  const { level, fixed } = useStage((s) => s.quality)
  const [, setTick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const words = t.scene.quality
  const { meter, ladder, memory } = stage
  return (
    <section aria-label={t.scene.tools.quality}>
      <h4>{t.scene.tools.quality}</h4>
      <div className="scene-choices">
        <button type="button" aria-pressed={!fixed} onClick={() => stage.fixQuality(undefined)}>
          {words.measured}
        </button>
        {qualities.map((quality) => (
          <button
            key={quality.level}
            type="button"
            aria-pressed={fixed && level === quality.level}
            onClick={() => stage.fixQuality(quality.level)}
          >
            {quality.level}
          </button>
        ))}
      </div>
      <dl className="scene-facts">
        <dt>{words.level}</dt>
        <dd>{level}</dd>
        <dt>{words.frame}</dt>
        <dd>{meter.count === 0 ? '–' : `${meter.mean.toFixed(0)} / ${meter.slow.toFixed(0)} ms`}</dd>
        <dt>{words.pictures}</dt>
        <dd>{meter.pictures}</dd>
        <dt>{words.memory}</dt>
        <dd>
          {memory.toFixed(0)} MB{ladder.isShortOfMemory && ` · ${words.short}`}
        </dd>
        <dt>{words.whole}</dt>
        <dd>{stage.isWhole ? words.yes : words.no}</dd>
      </dl>
    </section>
  )
}
