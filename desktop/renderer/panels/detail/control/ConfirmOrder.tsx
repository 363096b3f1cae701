import { useEffect, useId, useRef, useState } from 'react'
import type { DeviceCommand } from '#models/commands.ts'
import { giveOrder } from '#shared/contract/orders.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { type AskCode, AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'

interface ConfirmOrderProps {
  device: string
  name: string
  command: DeviceCommand
  done(): void
}

/** What follows is said before it is done; what has to be said with it is asked for. */
export function ConfirmOrder({ device, name, command, done }: ConfirmOrderProps) {
  const { t, language } = useSpeech()
  const { ask } = useCenter()
  const id = useId()
  const [input, setInput] = useState(() =>
    Object.fromEntries(
      Object.entries(command.input ?? {}).map(([key, { min, max, states }]) => [key, states ? min : (min + max) / 2]),
    ),
  )
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [])
  const give = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await ask(giveOrder, { device, command: name, input, ...(note.trim() && { note: note.trim() }) })
      done()
    } catch (error) {
      setProblem(error instanceof AskError ? error.code : 'internal')
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      className={`control-confirm${command.dangerous ? ' dangerous' : ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        done()
      }}
    >
      <p>{command.effect[language]}</p>
      {command.dangerous && <p role="note">{t.orders.dangerous}</p>}
      {Object.entries(command.input ?? {}).map(([key, { name: called, unit, min, max, decimals, states }]) => (
        <label key={key} htmlFor={`${id}${key}`}>
          {called[language]}
          {states ? (
            <select
              id={`${id}${key}`}
              value={input[key]}
              onChange={(event) => setInput({ ...input, [key]: Number(event.target.value) })}
            >
              {Object.entries(states).map(([value, text]) => (
                <option key={value} value={value}>
                  {text[language]}
                </option>
              ))}
            </select>
          ) : (
            <>
              <input
                id={`${id}${key}`}
                type="number"
                required
                min={min}
                max={max}
                step={10 ** -decimals}
                value={Number.isNaN(input[key]) ? '' : input[key]}
                onChange={(event) => setInput({ ...input, [key]: event.target.valueAsNumber })}
              />
              {unit} <small className="dim">{`${min}–${max}`}</small>
            </>
          )}
        </label>
      ))}
      <input value={note} maxLength={500} placeholder={t.orders.note} onChange={(e) => setNote(e.target.value)} />
      {problem && <p role="alert">{t.errors[problem]}</p>}
      <div>
        <button type="submit" disabled={busy}>
          {busy ? t.orders.sending : command.dangerous ? t.orders.ask : t.orders.confirm(command.name[language])}
        </button>
        <button type="button" onClick={done}>
          {t.orders.cancel}
        </button>
      </div>
    </form>
  )
}
