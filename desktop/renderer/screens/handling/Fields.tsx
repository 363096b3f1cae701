import { useEffect, useId, useState } from 'react'
import { listHandlers } from '#shared/contract/alarms.ts'
import { type Assignee, type Grade, Verdict } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { type Entry, type Field, SHELVES } from './forms.ts'

interface FieldProps {
  entry: Entry
  set(part: Partial<Entry>): void
}

const GRADES: readonly Grade[] = [1, 2, 3, 4]

/** What a form asks for, one after another. */
export function Fields({
  fields,
  alarm,
  entry,
  set,
}: FieldProps & { fields: readonly Field[]; alarm: string | undefined }) {
  const { t } = useSpeech()
  const words = t.handling
  const { cause, disposal } = words.phrases
  return fields.map((field) => {
    if (field === 'note')
      return <Words key={field} field={field} label={words.note} most={500} entry={entry} set={set} />
    if (field === 'text')
      return <Words key={field} field={field} label={words.comment} most={500} isLong entry={entry} set={set} />
    if (field === 'reason')
      return (
        <Words
          key={field}
          field={field}
          label={words.reason}
          most={500}
          phrases={words.phrases.reason}
          entry={entry}
          set={set}
        />
      )
    if (field === 'cause')
      return (
        <Words
          key={field}
          field={field}
          label={words.cause}
          most={500}
          phrases={cause[entry.verdict]}
          entry={entry}
          set={set}
        />
      )
    if (field === 'disposal')
      return (
        <Words
          key={field}
          field={field}
          label={words.disposal}
          most={1000}
          isLong
          phrases={disposal[entry.verdict]}
          entry={entry}
          set={set}
        />
      )
    if (field === 'minutes')
      return (
        <Choice
          key={field}
          label={words.minutes}
          options={SHELVES.map((minutes) => [minutes, words.duration(minutes)])}
          value={entry.minutes}
          choose={(minutes) => set({ minutes })}
        />
      )
    if (field === 'verdict')
      return (
        <Choice
          key={field}
          label={words.verdict}
          options={Verdict.options.map((verdict) => [verdict, words.verdicts[verdict]])}
          value={entry.verdict}
          choose={(verdict) => set({ verdict })}
        />
      )
    if (field === 'grade')
      return (
        <Choice
          key={field}
          label={words.grade}
          options={GRADES.map((grade) => [
            grade,
            <>
              <GradeMark grade={grade} size={14} /> {t.grade[grade]} {t.gradeWord[grade]}
            </>,
          ])}
          value={entry.grade}
          choose={(grade) => set({ grade })}
        />
      )
    return <People key={field} alarm={alarm} entry={entry} set={set} />
  })
}

interface WordsProps extends FieldProps {
  field: 'note' | 'text' | 'reason' | 'cause' | 'disposal'
  label: string
  most: number
  isLong?: boolean
  /** What is said most often, one click away. */
  phrases?: readonly string[]
}

function Words({ field, label, most, isLong, phrases = [], entry, set }: WordsProps) {
  const id = useId()
  const shared = {
    id,
    value: entry[field],
    maxLength: most,
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  }
  return (
    <div className="handling-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea rows={3} {...shared} /> : <input {...shared} />}
      {phrases.length > 0 && (
        <ul className="handling-phrases">
          {phrases.map((phrase) => (
            <li key={phrase}>
              <button type="button" aria-pressed={entry[field] === phrase} onClick={() => set({ [field]: phrase })}>
                {phrase}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface ChoiceProps<V> {
  label: string
  options: (readonly [V, React.ReactNode])[]
  value: V
  choose(value: V): void
}

function Choice<V extends string | number>({ label, options, value, choose }: ChoiceProps<V>) {
  const name = useId()
  return (
    <fieldset className="handling-field handling-choice">
      <legend>{label}</legend>
      <div>
        {options.map(([one, words]) => (
          <label key={one} className={one === value ? 'chosen' : ''}>
            <input type="radio" name={name} checked={one === value} onChange={() => choose(one)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Oneself first; the others as the server knows them. */
function People({ alarm, entry, set }: FieldProps & { alarm: string | undefined }) {
  const { t } = useSpeech()
  const { ask } = useCenter()
  const user = useCenterState((s) => s.user)
  const [people, setPeople] = useState<readonly Assignee[]>([])
  useEffect(() => {
    let wanted = true
    ask(listHandlers, alarm === undefined ? {} : { alarm }).then(
      (found) => wanted && setPeople(found.people),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [ask, alarm])
  const others = people.filter(({ account }) => account !== user?.account)
  const options: (readonly [string, React.ReactNode])[] = [
    ...(user ? [[user.account, t.handling.me(user.name)] as const] : []),
    ...others.map(({ account, name }) => [account, name] as const),
    ['', t.handling.nobody] as const,
  ]
  return <Choice label={t.handling.to} options={options} value={entry.to} choose={(to) => set({ to })} />
}
