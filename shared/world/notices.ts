import { z } from 'zod'
import { AlarmId, Grade } from './alarm-record.ts'
import { area } from './area.ts'
import { event } from './event.ts'
import { RouteId } from './notice-routes.ts'

export const NoticeId = z.string().regex(/^n-[\w-]{6,40}$/)

/** An alarm group of thousands is told as a number. */
const MOST_ALARMS = 200
/** What is over is kept so long that a restart does not tell it twice. */
const MOST_KEPT = 1000

const About = z.object({ notice: NoticeId })

/** The telling of alarms of one cause by one route: begun by the first, joined by the others. */
export const noticeBegun = event(
  'notice:begun',
  About.extend({ route: RouteId, name: z.string(), key: AlarmId, alarms: z.array(AlarmId).min(1), grade: Grade }),
)
export const noticeJoined = event('notice:joined', About.extend({ joining: AlarmId, grade: Grade }))
/** The people of a step are told. `gaps`: so many of them have no address there. */
export const noticeStepped = event(
  'notice:stepped',
  About.extend({ step: z.number().int().min(0), early: z.boolean().optional(), gaps: z.number().optional() }),
)
export const noticeRepeated = event('notice:repeated', About.extend({ round: z.number().int().min(1) }))
export const NoticeEnd = z.enum(['acknowledged', 'returned', 'aside', 'over', 'route-changed'])
export type NoticeEnd = z.infer<typeof NoticeEnd>
export const noticeEnded = event('notice:ended', About.extend({ because: NoticeEnd }))

export interface Notice {
  notice: string
  route: string
  name: string
  place: string
  /** The group of alarms, or the alarm that stands alone. */
  key: string
  alarms: readonly string[]
  /** All that joined, also those past counting by name. */
  count: number
  /** The gravest that was told. */
  grade: Grade
  /** Steps that were taken. */
  steps: number
  rounds: number
  begunAt: number
  roundAt?: number
  endedAt?: number
  because?: NoticeEnd
}

export const notices = area<Notice>()('notices', {
  lane: 'automatic',
  see: null,
  indexes: {
    open: ({ route, key, endedAt }) => (endedAt === undefined ? openKey(route, key) : ''),
    key: ({ key, endedAt }) => (endedAt === undefined ? key : ''),
  },
})
  .on(noticeBegun, (table, { data, place, at }) => {
    table.set(data.notice, { ...data, place, count: data.alarms.length, steps: 0, rounds: 0, begunAt: at })
    for (const [id, { endedAt }] of table.entries()) {
      if (table.size <= MOST_KEPT) break
      if (endedAt !== undefined) table.delete(id)
    }
  })
  .on(noticeJoined, (table, { data }) =>
    table.change(data.notice, (notice) => {
      const grade = data.grade < notice.grade ? data.grade : notice.grade
      if (notice.alarms.includes(data.joining)) return { ...notice, grade }
      const alarms = notice.alarms.length < MOST_ALARMS ? [...notice.alarms, data.joining] : notice.alarms
      return { ...notice, grade, alarms, count: notice.count + 1 }
    }),
  )
  .on(noticeStepped, (table, { data }) =>
    table.change(data.notice, (notice) => ({ ...notice, steps: Math.max(notice.steps, data.step + 1) })),
  )
  .on(noticeRepeated, (table, { data, at }) =>
    table.change(data.notice, (notice) => ({ ...notice, rounds: data.round, roundAt: at })),
  )
  .on(noticeEnded, (table, { data, at }) =>
    table.change(data.notice, (notice) => ({ ...notice, endedAt: at, because: data.because })),
  )

export function openKey(route: string, key: string): string {
  return `${route} ${key}`
}
