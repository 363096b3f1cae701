import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { endAside, takeOutOfService } from '#shared/contract/asides.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AskError } from '../../store/ask.ts'
import { describeAlarm } from '../../store/describe.ts'
import { useHandle } from '../../store/handle.ts'
import { type Asked, handling, leaveHandling } from '../../store/handling.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { say } from '../../theme/notice.ts'
import { Fields } from './Fields.tsx'
import { type Entry, type Field, forms, isComplete } from './forms.ts'
import './handling.css'

/** What somebody wants to do with alarms, and has to say with it: one dialog for one alarm and for many. */
export function HandlingDialog() {
  const asked = useStore(handling, (s) => s.asked)
  return asked && <Asking key={JSON.stringify(asked)} asked={asked} />
}

const SHOWN = 4

function Asking({ asked }: { asked: Asked }) {
  const { t } = useSpeech()
  const center = useCenter()
  const account = useCenterState((s) => s.user?.account ?? '')
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const handle = useHandle(say)
  const { what } = asked
  const alarms = 'alarms' in asked ? asked.alarms.flatMap((id) => center.world.get('alarms', id) ?? []) : []
  const [entry, setEntry] = useState<Entry>(() => emptyEntry(alarms[0], account))
  const fields: readonly Field[] = what === 'service' ? ['reason'] : what === 'back' ? ['note'] : forms[what].fields
  const words = t.handling

  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('textarea, input')?.focus()
  }, [])

  const send = async () => {
    setBusy(true)
    const isDone = what === 'service' || what === 'back' ? await apart() : await together(forms[what])
    setBusy(false)
    if (isDone) leaveHandling()
  }
  const together = (form: (typeof forms)[keyof typeof forms]) =>
    handle(words.actions[what], form.call, form.input('alarms' in asked ? [...asked.alarms] : [], entry) as never)
  /** What is not about alarms by their ids: what set them aside, or a device whose alarms are to be. */
  const apart = async () => {
    const note = entry.note.trim()
    try {
      if ('device' in asked) {
        const place = center.world.get('devices', asked.device)?.place ?? ''
        await center.ask(takeOutOfService, { place, device: asked.device, reason: entry.reason.trim() })
      } else
        for (const aside of new Set(alarms.map((alarm) => alarm.aside?.because ?? '')))
          await center.ask(endAside, { aside, ...(note && { note }) })
      say('good', words.done(words.actions[what], 1))
      return true
    } catch (error) {
      say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
      return false
    }
  }

  return (
    <dialog ref={dialog} className="handling" aria-label={words.titles[what]} onClose={leaveHandling}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && isComplete(fields, entry)) void send()
        }}
      >
        <h2>{words.titles[what]}</h2>
        {words.hints[what] && <p className="dim">{words.hints[what]}</p>}
        <ul className="handling-alarms">
          {alarms.slice(0, SHOWN).map((alarm) => (
            <About key={alarm.alarm} alarm={alarm} />
          ))}
          {alarms.length > SHOWN && <li className="dim">{words.more(alarms.length - SHOWN)}</li>}
          {'device' in asked && <li>{center.world.get('devices', asked.device)?.name ?? asked.device}</li>}
        </ul>
        <Fields
          fields={fields}
          alarm={alarms[0]?.alarm}
          entry={entry}
          set={(part) => setEntry({ ...entry, ...part })}
        />
        <footer>
          <button type="button" onClick={leaveHandling}>
            {words.go.cancel}
          </button>
          <button type="submit" className="primary" disabled={busy || !isComplete(fields, entry)}>
            {busy ? words.go.sending : words.actions[what]}
          </button>
        </footer>
      </form>
    </dialog>
  )
}

function About({ alarm }: { alarm: Alarm }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  return (
    <li>
      <GradeMark grade={alarm.grade} size={14} /> <strong>{placeName(site, alarm.place, t)}</strong>{' '}
      {describeAlarm(alarm, world.get('devices', alarm.device)?.kind, language).title}
    </li>
  )
}

function emptyEntry(alarm: Alarm | undefined, account: string): Entry {
  return {
    note: '',
    text: '',
    reason: '',
    grade: alarm?.grade ?? 3,
    minutes: 60,
    to: alarm?.assignee?.account ?? account,
    verdict: 'real',
    cause: '',
    disposal: '',
  }
}
