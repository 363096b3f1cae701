import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { countUnheard } from '../../store/heard.ts'
import { useCenter, useCenterState, useSlowNow, useSubject } from '../../store/hooks.ts'
import { useSite } from '../../store/site.ts'
import { countOdd } from './odd-devices.ts'
import { useStage } from './scene-context.ts'

/** What one should know of the picture: how much there is, and what of it is missing. */
export function SceneNotices() {
  const { t } = useSpeech()
  const { world } = useCenter()
  useSubject('alarms')
  const now = useSlowNow()
  const all = useStage((s) => s.notices)
  const isInside = useStage((s) => s.inside?.arriving === false)
  // What comes in outside is not seen from inside; who goes in is told in the middle of the picture.
  const notices = isInside ? all.filter((notice) => notice !== 'loading') : all
  const otherSky = useStage((s) => s.otherSky)
  const phase = useCenterState((s) => s.time.phase)
  const { devices } = world.world
  const site = useSite()
  // Both walk through all devices: now and then, not with each alarm.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew with the clock
  const unheard = useMemo(() => countUnheard(world, now), [world, now])
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew with the clock
  const odd = useMemo(() => site && countOdd(world.world.devices.values(), site.community), [site, world, now])
  return (
    <div className="scene-notices" data-place={notices.length === 0 ? 'whole' : notices.join(' ')}>
      <span className="scene-counts">
        {t.scene.devices(devices.size)} · {t.scene.unheard(unheard)} · {t.scene.alarms(world.calling.length)}
      </span>
      {odd &&
        (['outside', 'nowhere', 'unknownKind'] as const)
          .filter((what) => odd[what] > 0)
          .map((what) => (
            <span key={what} className="scene-counts wrong" role="status">
              {t.scene[what](odd[what])}
            </span>
          ))}
      {notices
        .filter((notice) => notice !== 'inside-loading')
        .map((notice) => (
          <span key={notice} className={`scene-counts ${notice.endsWith('loading') ? '' : 'wrong'}`} role="status">
            {t.scene.tiles[notice]}
          </span>
        ))}
      {otherSky && <span className="scene-counts wrong">{t.scene.sky.notNow}</span>}
      {phase === 'lost' && <span className="scene-counts wrong">{t.scene.away}</span>}
    </div>
  )
}
