import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Grade } from '#shared/world/alarm-record.ts'
import { shortMinute } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { trySound } from '../../sound/alarm-sound.ts'
import { changeSound, FOR_GOOD, isMuted, type SoundSettings, soundSettings } from '../../sound/sound-settings.ts'
import { useCommands } from '../../store/commands.ts'
import { useCenter, useNow, useSubject } from '../../store/hooks.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { useDrawer } from '../use-drawer.ts'
import { SoundIcon } from './SoundIcon.tsx'
import './sound.css'

const MINUTE = 60_000
const GRADES: readonly Grade[] = [1, 2, 3, 4]

/** Whether this seat is heard, always in sight; how loud, how long not, and whether it calls from behind other windows. */
export function SoundTool() {
  const { t } = useSpeech()
  const { box, open, toggle: fold } = useDrawer()
  const settings = useStore(soundSettings)
  // A mute ends by itself.
  useNow()
  useSubject('alarms')
  const { world } = useCenter()
  const muted = isMuted(settings, Date.now())
  const silent = settings.speaker !== 'ready' || muted
  const waiting = [...world.world.alarms.values()].some(({ state }) => state === 'unacknowledged')

  const words = t.sound
  const named = t.commands
  useCommands(
    useMemo(
      () => [
        ...[10, 60].map((minutes) => ({
          id: `mute ${minutes}`,
          name: named.mute(minutes),
          run: () => muteFor(minutes),
        })),
        ...(muted ? [{ id: 'unmute', name: named.unmute, run: () => changeSound({ mutedUntil: 0 }) }] : []),
      ],
      [named, muted],
    ),
  )
  return (
    <div className="sound" ref={box}>
      <button
        type="button"
        className={`top-button sound-button${silent ? ' silent' : ''}${silent && waiting ? ' missed' : ''}`}
        aria-expanded={open}
        aria-label={`${words.title}: ${stateOf(settings, words)}`}
        title={stateOf(settings, words)}
        onClick={fold}
      >
        <SoundIcon silent={silent} />
        {silent && <span className="sound-state">{stateOf(settings, words)}</span>}
      </button>
      {open && <SoundDrawer settings={settings} />}
    </div>
  )
}

function muteFor(minutes: number): void {
  changeSound({ mutedUntil: Date.now() + minutes * MINUTE })
}

function SoundDrawer({ settings }: { settings: SoundSettings }) {
  const { t } = useSpeech()
  const words = t.sound
  const muted = Date.now() < settings.mutedUntil
  const denied = typeof Notification === 'undefined' || Notification.permission === 'denied'
  const notify = async (wanted: boolean) => {
    changeSound({ notifies: wanted })
    if (wanted && (await Notification.requestPermission()) !== 'granted') changeSound({ notifies: false })
  }
  return (
    <section className="sound-drawer" aria-label={words.title}>
      <h4>{words.title}</h4>
      {settings.speaker !== 'ready' && <p className="sound-warning">{words[settings.speaker]}</p>}
      <label className="sound-row">
        {words.volume}
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(settings.volume * 100)}
          onChange={({ target }) => changeSound({ volume: Number(target.value) / 100 })}
        />
        <output>{Math.round(settings.volume * 100)} %</output>
      </label>
      <fieldset className="sound-tries" aria-label={words.listen}>
        {GRADES.map((grade) => (
          <button key={grade} type="button" title={words.hear(t.gradeWord[grade])} onClick={() => trySound(grade)}>
            <GradeMark grade={grade} size={14} /> {t.grade[grade]}
          </button>
        ))}
      </fieldset>
      <div className="sound-mutes">
        {muted ? (
          <button type="button" onClick={() => changeSound({ mutedUntil: 0 })}>
            {words.unmute}
          </button>
        ) : (
          ([10, 60] as const).map((minutes) => (
            <button key={minutes} type="button" onClick={() => muteFor(minutes)}>
              {words.muteFor(minutes)}
            </button>
          ))
        )}
        {!muted && (
          <button type="button" onClick={() => changeSound({ mutedUntil: FOR_GOOD })}>
            {words.mute}
          </button>
        )}
      </div>
      <label className="sound-row">
        <input
          type="checkbox"
          checked={settings.notifies}
          disabled={denied}
          onChange={({ target }) => void notify(target.checked)}
        />
        {words.notify}
      </label>
      {denied && <p className="dim">{words.notifyDenied}</p>}
    </section>
  )
}

function stateOf(settings: SoundSettings, words: ReturnType<typeof useSpeech>['t']['sound']): string {
  if (settings.speaker !== 'ready') return words[settings.speaker]
  const now = Date.now()
  if (!isMuted(settings, now)) return words.on
  if (settings.mutedUntil <= now || settings.mutedUntil === FOR_GOOD) return words.muted
  return words.mutedUntil(shortMinute(settings.mutedUntil, now))
}
