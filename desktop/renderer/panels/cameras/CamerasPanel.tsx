import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSelection, useSubject } from '../../store/hooks.ts'
import { spotOfChosen } from '../../store/near.ts'
import { useSite } from '../../store/site.ts'
import { CameraList } from '../../video/CameraList.tsx'
import './cameras.css'

const MOST = 12

/** The cameras by which one sees what is chosen. */
export function CamerasPanel() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  useSubject('alarms')
  const chosen = useSelection((s) => s)
  const spot = spotOfChosen(chosen, world, site)
  return (
    <section className="cameras" aria-label={t.panels.cameras}>
      {spot ? <CameraList spot={spot} most={MOST} /> : <p className="cameras-none">{t.cameras.noneChosen}</p>}
    </section>
  )
}
