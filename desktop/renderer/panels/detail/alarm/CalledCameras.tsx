import { useState } from 'react'
import type { CalledCamera } from '#shared/world/linkage-runs.ts'
import { metresText } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { selectDevice } from '../../../store/selection.ts'

/** More are folded. */
const SHOWN = 4

/** The cameras that were called up, one click from being looked through. */
export function CalledCameras({ cameras }: { cameras: readonly CalledCamera[] }) {
  const { t } = useSpeech()
  const { world } = useCenter()
  const [all, setAll] = useState(false)
  const shown = all ? cameras : cameras.slice(0, SHOWN)
  return (
    <div className="linkage-group">
      <strong>{t.linkage.cameras}</strong>
      <ul>
        {shown.map(({ device: id, metres, sees }) => {
          const device = world.get('devices', id)
          return (
            <li key={id}>
              <button type="button" onClick={() => selectDevice(id, true)}>
                {device?.name ?? id}
              </button>
              <span className="dim">
                {[sees && t.linkage.sees, device?.link === 'offline' && t.linkage.away, metresText(metres)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
      {cameras.length > SHOWN && (
        <button type="button" className="linkage-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.linkage.fewer : t.linkage.more(cameras.length - SHOWN)}
        </button>
      )}
    </div>
  )
}
