import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSelection, useSubject } from '../../store/hooks.ts'
import { linkTo } from '../../store/link.ts'
import { calledCameras, runsFor } from '../../store/linkage-runs.ts'
import { spotOfChosen } from '../../store/near.ts'
import { useSite } from '../../store/site.ts'
import { say } from '../../theme/notice.ts'
import { CameraList } from '../../video/CameraList.tsx'

const MOST = 5

/** What goes with anything that is chosen: the cameras that see it, and a link that leads others here. */
export function Around() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  useSubject('alarms')
  const chosen = useSelection((s) => s)
  const spot = spotOfChosen(chosen, world, site)
  useSubject('linkage-runs')
  // Those that linkages called up stand above, and are the same ones.
  const isCalled = chosen.alarm !== undefined && calledCameras(runsFor(world, chosen.alarm)).length > 0
  const link = linkTo(chosen)
  const copy = () => {
    if (!link) return
    const given = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'))
    given.then(
      () => say('good', t.detail.copied),
      // A page that is not served safely may not write there: then it is shown, to be copied by hand.
      () => say('word', link, 15),
    )
  }
  return (
    <div className="card around">
      {spot && !isCalled && (
        <>
          <h4>{t.cameras.near}</h4>
          <CameraList spot={spot} most={MOST} />
        </>
      )}
      {link && (
        <button type="button" className="around-link" onClick={copy}>
          {t.detail.copyLink}
        </button>
      )}
    </div>
  )
}
