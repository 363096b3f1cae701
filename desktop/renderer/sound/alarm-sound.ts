import type { Center } from '../store/center.ts'
import { patterns } from './patterns.ts'
import { isMuted, soundSettings } from './sound-settings.ts'
import { Sounding } from './sounding.ts'
import { Speaker } from './speaker.ts'

/** One for the page: a browser allows few, and what one tries is silenced by the same switch. */
const speaker = new Speaker((state) => soundSettings.setState({ speaker: state }))
const HEARD = new Set<string>(['live', 'catching-up', 'lost'])

/** While alarms wait for somebody they are heard, also those that waited when the connection was lost. */
export function soundAlarms(center: Center): () => void {
  const sounding = new Sounding()
  let timer: ReturnType<typeof setTimeout> | undefined
  const check = () => {
    clearTimeout(timer)
    if (!HEARD.has(center.state.getState().time.phase)) return
    const now = performance.now()
    const alarms = center.live.calling
    const sound = sounding.next(alarms, now)
    const settings = soundSettings.getState()
    if (sound && !isMuted(settings, Date.now())) void speaker.play(patterns[sound.grade], settings.volume)
    const wait = sounding.wait(alarms, now)
    if (wait !== undefined) timer = setTimeout(check, wait)
  }
  const touched = () => void speaker.touched()
  const stops = [
    center.onLive('alarms', check),
    center.state.subscribe((is, was) => {
      if (is.time.phase !== was.time.phase) check()
    }),
    soundSettings.subscribe((settings) => {
      if (isMuted(settings, Date.now())) speaker.hush()
    }),
    () => clearTimeout(timer),
    () => speaker.hush(),
  ]
  for (const name of ['pointerdown', 'keydown'] as const) addEventListener(name, touched, { passive: true })
  check()
  return () => {
    for (const name of ['pointerdown', 'keydown'] as const) removeEventListener(name, touched)
    for (const stop of stops) stop()
  }
}

/** So that one hears what one chooses. */
export function trySound(grade: keyof typeof patterns): void {
  void speaker.play(patterns[grade], soundSettings.getState().volume)
}
