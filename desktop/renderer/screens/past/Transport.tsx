import { useStore } from 'zustand'
import { STEPS, type StepTo } from '#shared/world/happenings.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { SPEEDS } from '../../players/past-state.ts'
import { callPanel } from '../../store/panel-calls.ts'
import { dropStretch } from './chosen-stretch.ts'
import { stepFrom, turnBack } from './steering.ts'

const TEN_MS = 10_000

/** Play and pause, to and fro, faster and slower. */
export function Transport({ player }: { player: HistoryPlayer }) {
  const { t } = useSpeech()
  const words = t.past
  const stepsTo = useStore(player.state, (s) => s.stepsTo)
  const playing = useStore(player.state, (s) => s.playing)
  const speed = useStore(player.state, (s) => s.speed)
  const loop = useStore(player.state, (s) => s.loop)
  const skipsQuiet = useStore(player.state, (s) => s.skipsQuiet)
  const isLed = useStore(player.state, (s) => s.together === 'follows')
  const isLent = useStore(player.state, (s) => s.lent)
  const rests = isLed || isLent
  const setSpeed = (next: number) => (playing ? player.play(next) : player.setSpeed(next))
  const button = (name: string, sign: string, run: () => void, pressed?: boolean, disabled = rests) => (
    <button type="button" title={name} aria-label={name} aria-pressed={pressed} disabled={disabled} onClick={run}>
      {sign}
    </button>
  )
  return (
    <div
      className="past-transport"
      role="toolbar"
      aria-label={words.title}
      title={isLed ? words.together.led : isLent ? words.film.lent : undefined}
    >
      {button(words.stepBack, '|◀', () => void stepFrom(player, -1, t))}
      {button(words.tenBack, '−10', () => void player.seek(player.at - TEN_MS))}
      {button(playing ? words.pause : words.play, playing ? '❚❚' : '▶', () =>
        playing ? player.pause() : player.play(),
      )}
      {button(words.tenOn, '+10', () => void player.seek(player.at + TEN_MS))}
      {button(words.stepOn, '▶|', () => void stepFrom(player, 1, t))}
      <select
        value={stepsTo}
        disabled={rests}
        aria-label={words.stepsTo}
        title={words.stepsTo}
        onChange={({ target }) => player.stepTo(target.value as StepTo)}
      >
        {STEPS.map((one) => (
          <option key={one} value={one}>
            {words.steps[one]}
          </option>
        ))}
      </select>
      {/* A list moves nothing: whoever looks along may read it. */}
      {button(words.eventList, '☰', () => callPanel('events'), undefined, isLent)}
      {button(words.back, '◀◀', () => turnBack(player), speed < 0)}
      <label>
        <span className="dim">{words.speed}</span>
        <select
          value={Math.abs(speed)}
          disabled={rests}
          onChange={({ target }) => setSpeed(Number(target.value) * Math.sign(speed))}
          aria-label={words.speed}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {words.times(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          disabled={rests}
          checked={skipsQuiet}
          onChange={({ target }) => player.skipQuiet(target.checked)}
        />
        {words.skip}
      </label>
      {loop && (
        <button type="button" disabled={rests} onClick={() => dropStretch(player)}>
          {words.noLoop}
        </button>
      )}
    </div>
  )
}
