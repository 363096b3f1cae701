import { useEffect } from 'react'
import type { Alarm } from '#shared/world/alarms.ts'
import { useSpeech } from '../../i18n/language.ts'
import { soundSettings } from '../../sound/sound-settings.ts'
import { describeAlarm } from '../../store/describe.ts'
import { useCenter } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import type { KnownSite } from '../../store/site.ts'

/** What comes within this time is told together. */
const TOGETHER_MS = 400
/** More at once are one message: nobody reads a pile. */
const MOST_APART = 3
/** These stay on the screen until somebody has seen them. */
const GRAVE = 2

/** A message of the system for new alarms, while somebody looks at another window. */
export function useAlarmNotice(site: KnownSite | undefined): void {
  const { world } = useCenter()
  const { t, language } = useSpeech()
  useEffect(() => {
    const known = new Set(world.world.alarms.ids())
    let fresh: Alarm[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const alarms = fresh.filter(({ alarm }) => world.get('alarms', alarm)?.state === 'unacknowledged')
      fresh = []
      const gravest = alarms.toSorted((a, b) => a.grade - b.grade)[0]
      if (!gravest || !isWanted()) return
      const told = alarms.length > MOST_APART ? [gravest] : alarms
      for (const one of told) {
        const title = `${t.grade[one.grade]} ${t.gradeWord[one.grade]} · ${placeName(site, one.place, t)}`
        const what = describeAlarm(one, world.get('devices', one.device)?.kind, language).title
        const body = told.length < alarms.length ? `${what}\n${t.sound.more(alarms.length - 1)}` : what
        show(title, body, one)
      }
    }
    const stop = world.subscribe('alarms', (ids) => {
      for (const id of ids ?? world.world.alarms.ids()) {
        const alarm = world.get('alarms', id)
        if (!alarm) known.delete(id)
        else if (!known.has(id)) {
          known.add(id)
          fresh.push(alarm)
        }
      }
      if (fresh.length > 0) timer ??= setTimeout(tell, TOGETHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [world, site, t, language])
}

function isWanted(): boolean {
  const looksElsewhere = document.hidden || !document.hasFocus()
  return looksElsewhere && soundSettings.getState().notifies && Notification.permission === 'granted'
}

function show(title: string, body: string, { alarm, grade }: Alarm): void {
  // It sounds by our own means, by its grade.
  const notice = new Notification(title, { body, tag: alarm, requireInteraction: grade <= GRAVE, silent: true })
  notice.onclick = () => {
    window.focus()
    selectAlarm(alarm)
    notice.close()
  }
}
