import { useState } from 'react'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { download, fileName } from '../../store/files/download.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { useSite } from '../../store/site.ts'
import { say } from '../../theme/notice.ts'
import { captioned } from './captioned.ts'
import { useScene } from './scene-context.ts'

const GRADES = [1, 2, 3, 4] as const

/** A picture of the scene for a report, with what it shows written below it. */
export function usePicture(): { take(): Promise<void>; busy: boolean } {
  const { t } = useSpeech()
  const words = t.recorded.picture
  const center = useCenter()
  const site = useSite()
  const { stage } = useScene()
  const [busy, setBusy] = useState(false)
  const { past, recording, user } = useCenterState((s) => s)
  const take = async () => {
    setBusy(true)
    try {
      const at = center.now()
      const { calling } = center.world
      const community = site?.community.name ?? ''
      const look = getComputedStyle(document.body)
      const whole = captioned(await stage.picture(), {
        title: recording ? `${community} · ${t.recorded.verdictShort[recording.verdict]}` : community,
        moment: `${past ? words.past : words.live} ${dateTime(at)}`,
        taken: [user?.name, dateTime(past ? Date.now() : at)].filter(Boolean).join(' · '),
        grades: GRADES.map((grade) => ({
          name: t.grade[grade],
          many: calling.filter((alarm) => alarm.grade === grade).length,
          color: look.getPropertyValue(`--grade-${grade}`),
        })),
        font: look.fontFamily,
      })
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
