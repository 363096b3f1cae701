import { dateTime } from '../../i18n/format.ts'
import type { Texts } from '../../i18n/zh.ts'
import type { Center } from '../../store/center.ts'
import type { Caption } from './captioned.ts'

const GRADES = [1, 2, 3, 4] as const

/** What is said of a picture that is taken of the moment shown. */
export function captionNow(
  center: Center,
  t: Texts,
  { community, taken }: { community: string; taken: string },
): Caption {
  const words = t.recorded.picture
  const { past, recording, user } = center.state.getState()
  const { calling } = center.world
  const look = getComputedStyle(document.body)
  return {
    title: recording ? `${community} · ${t.recorded.verdictShort[recording.verdict]}` : community,
    moment: `${past ? words.past : words.live} ${dateTime(center.now())}`,
    taken: [user?.name, taken].filter(Boolean).join(' · '),
    grades: GRADES.map((grade) => ({
      name: t.grade[grade],
      many: calling.filter((alarm) => alarm.grade === grade).length,
      color: look.getPropertyValue(`--grade-${grade}`),
    })),
    font: look.fontFamily,
  }
}
