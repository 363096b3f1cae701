import { useEffect, useRef } from 'react'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { type Speech, useSpeech } from '../../i18n/language.ts'
import { soundSettings } from '../../sound/sound-settings.ts'
import { leaveAdmin } from '../../store/admin-link.ts'
import { describeAlarm } from '../../store/describe.ts'
import { useCenter } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import type { KnownSite } from '../../store/site.ts'
import type { WorldStore } from '../../store/world-store.ts'

/** What comes within this time is told together. */
const TOGETHER_MS = 400
/** More at once are one message: nobody reads a pile. */
const MOST_APART = 3
/** These stay on the screen until somebody has seen them. */
const GRAVE = 2

/** A message of the system for new alarms, while somebody looks at another window. */
export function useAlarmNotice(site: KnownSite | undefined): void {
  const center = useCenter()
  const speech = useSpeech()
  // Another language, or a place that is known only now, is no reason to begin anew.
  const words = useRef({ site, speech })
  words.current = { site, speech }
  useEffect(() => {
    const isWaiting = (id: string) => center.live.get('alarms', id)?.state === 'unacknowledged'
    const known = new Set([...center.live.world.alarms.ids()].filter(isWaiting))
    const shown = new Map<string, Notification>()
    let fresh: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const alarms = fresh.flatMap((id) => (isWaiting(id) ? [center.live.get('alarms', id) as Alarm] : []))
      fresh = []
      if (alarms.length === 0 || !isWanted()) return
      alarms.sort((a, b) => a.grade - b.grade)
      const told = alarms.length > MOST_APART ? alarms.slice(0, 1) : alarms
      for (const one of told) shown.set(one.alarm, show(one, alarms.length - told.length, center.live, words.current))
    }
    const stop = center.onLive('alarms', (ids) => {
      for (const id of ids ?? new Set([...known, ...center.live.world.alarms.ids()])) {
        if (!isWaiting(id)) {
          known.delete(id)
          shown.get(id)?.close()
          shown.delete(id)
        } else if (!known.has(id)) {
          known.add(id)
          // A whole state tells what was there before: that is for the list, and for the ear.
          if (ids) fresh.push(id)
        }
      }
      if (fresh.length > 0) timer ??= setTimeout(tell, TOGETHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
      // Another person may sit here next.
      for (const notice of shown.values()) notice.close()
    }
  }, [center])
}

function isWanted(): boolean {
  const looksElsewhere = document.hidden || !document.hasFocus()
  return looksElsewhere && soundSettings.getState().notifies && Notification.permission === 'granted'
}

interface Words {
  site: KnownSite | undefined
  speech: Speech
}

function show(alarm: Alarm, others: number, world: WorldStore, { site, speech: { t, language } }: Words): Notification {
  const title = `${t.grade[alarm.grade]} ${t.gradeWord[alarm.grade]} · ${placeName(site, alarm.place, t)}`
  const what = describeAlarm(alarm, world.get('devices', alarm.device)?.kind, language).title
  const body = others > 0 ? `${what}\n${t.sound.more(others)}` : what
  // It sounds by our own means, by its grade.
  const notice = new Notification(title, {
    body,
    tag: alarm.alarm,
    requireInteraction: alarm.grade <= GRAVE,
    silent: true,
  })
  notice.onclick = () => {
    window.focus()
    leaveAdmin()
    selectAlarm(alarm.alarm)
    notice.close()
  }
  return notice
}
