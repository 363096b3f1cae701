import { useState } from 'react'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { download, fileName } from '../../store/files/download.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { useSite } from '../../store/site.ts'
import { say } from '../../theme/notice.ts'
import { captionNow } from './caption-now.ts'
import { captioned } from './captioned.ts'
import { useScene } from './scene-context.ts'

/** A picture of the scene for a report, with what it shows written below it. */
export function usePicture(): { take(): Promise<void>; busy: boolean } {
  const { t } = useSpeech()
  const words = t.recorded.picture
  const center = useCenter()
  const site = useSite()
  const { stage } = useScene()
  const [busy, setBusy] = useState(false)
  const past = useCenterState((s) => s.past)
  const take = async () => {
    setBusy(true)
    try {
      const at = center.now()
      const community = site?.community.name ?? ''
      const taken = dateTime(past ? Date.now() : at)
      const whole = captioned(await stage.picture(), captionNow(center, t, { community, taken }))
      const file = await new Promise<Blob | null>((done) => whole.toBlob(done, 'image/png'))
      if (!file) throw new Error('no picture')
      download(file, fileName(community, dateTime(at), 'png'))
      say('good', words.done)
    } catch {
      say('bad', words.failed)
    } finally {
      setBusy(false)
    }
  }
  return { take, busy }
}
