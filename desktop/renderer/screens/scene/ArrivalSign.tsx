import { useSpeech } from '../../i18n/language.ts'
import { useStage } from './scene-context.ts'

/** While a building is fetched and made, the middle of the picture says that one is on the way in. */
export function ArrivalSign() {
  const { t } = useSpeech()
  const isArriving = useStage((s) => s.notices.includes('inside-loading'))
  const name = useStage((s) => s.inside?.name)
  if (!isArriving) return null
  return (
    <div className="scene-arrival" role="status">
      {t.scene.tiles['inside-loading']}
      {name && <strong>{name}</strong>}
    </div>
  )
}
