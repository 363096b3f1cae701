import { useState } from 'react'
import { useStore } from 'zustand'
import { clockTime, dayOf } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useNow } from '../../store/hooks.ts'

const SECOND = 1000

/** To a time that somebody names. */
export function GoToTime({ player }: { player: HistoryPlayer }) {
  const words = useSpeech().t.past
  const [text, setText] = useState<string>()
  const [wrong, setWrong] = useState<'ahead' | 'before' | 'outside'>()
  const rests = useStore(player.state, (s) => s.lent || s.together === 'follows')
  const second = Math.floor(useNow() / 1000) * 1000
  const shown = text ?? `${dayOf(second)}T${clockTime(second)}`
  return (
    <form
      className="past-goto"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return
        setText(undefined)
        setWrong(undefined)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const at = new Date(shown).getTime()
        const { begin, goesOn } = player.source
        const off = at < begin - SECOND ? 'before' : at <= player.source.end() + SECOND ? undefined : 'ahead'
        setWrong(off && !goesOn ? 'outside' : off)
        if (off) return
        setText(undefined)
        void player.seek(at)
      }}
    >
      <input
        type="datetime-local"
        step={1}
        disabled={rests}
        aria-label={words.goTo}
        aria-invalid={wrong !== undefined}
        value={shown}
        // While somebody writes in it, it does not run on.
        onFocus={() => setText(shown)}
        onChange={({ target }) => {
          setText(target.value)
          setWrong(undefined)
        }}
      />
      <button type="submit" disabled={rests}>
        {words.go}
      </button>
      {wrong && <em role="alert">{words.wrongTime[wrong]}</em>}
    </form>
  )
}
