import { Button, Input, Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { PastState } from '#shared/contract/alarm-history.ts'
import { type Grade, Verdict } from '#shared/world/alarm-record.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { fieldOf, isBackwards, NO_SEARCH } from '../audit/search.ts'
import { SearchField } from '../SearchField.tsx'
import { type HistoryFields, NO_HISTORY_SEARCH } from './search.ts'
import { useDeviceChoices, useKindChoices, usePeopleChoices, usePlaceChoices, useRuleChoices } from './use-choices.ts'
import { stateName } from './words.ts'

const DAY = 86_400_000
const RANGES = { day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY } as const
const GRADES: readonly Grade[] = [1, 2, 3, 4]

interface HistoryFiltersProps {
  fields: HistoryFields
  change(fields: HistoryFields): void
}

/** Everything by which a past alarm can be found. */
export function HistoryFilters({ fields, change }: HistoryFiltersProps) {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const h = a.history
  const center = useCenter()
  const set = (part: Partial<HistoryFields>) => change({ ...fields, ...part })
  const [device, setDevice] = useState('')
  const [place, setPlace] = useState('')
  const rules = useRuleChoices()
  const kinds = useKindChoices()
  const people = usePeopleChoices()
  const devices = useDeviceChoices(device, fields.devices)
  const places = usePlaceChoices(place, fields.place)
  const backwards = isBackwards({ ...NO_SEARCH, since: fields.since, until: fields.until })
  const range = (length: number) => set({ since: fieldOf(center.now() - length), until: '' })
  return (
    <search className="admin-bar history-filters">
      <SearchField hint={h.text} value={fields.text} typed={(text) => set({ text })} />
      <Many
        label={h.grades}
        value={fields.grades}
        onChange={(grades) => set({ grades })}
        options={GRADES.map((grade) => ({ value: grade, label: `${t.grade[grade]} ${t.gradeWord[grade]}` }))}
      />
      <Many label={h.rules} value={fields.rules} onChange={(chosen) => set({ rules: chosen })} options={rules} />
      <Many label={h.kinds} value={fields.kinds} onChange={(chosen) => set({ kinds: chosen })} options={kinds} />
      <One
        label={h.place}
        value={fields.place}
        onChange={(chosen) => set({ place: chosen ?? '' })}
        onSearch={setPlace}
        options={places}
      />
      <Many
        label={h.devices}
        value={fields.devices}
        onChange={(chosen) => set({ devices: chosen })}
        onSearch={setDevice}
        options={devices}
      />
      <Many
        label={h.states}
        value={fields.states}
        onChange={(states) => set({ states })}
        options={PastState.options.map((state) => ({ value: state, label: stateName(state, t, h) }))}
      />
      <Many
        label={h.verdicts}
        value={fields.verdicts}
        onChange={(verdicts) => set({ verdicts })}
        options={Verdict.options.map((verdict) => ({ value: verdict, label: t.handling.verdicts[verdict] }))}
      />
      <One label={h.who} value={fields.who} onChange={(who) => set({ who: who ?? '' })} options={people} />
      <Time label={h.since} value={fields.since} onChange={(since) => set({ since })} />
      <Time
        label={h.until}
        value={fields.until}
        onChange={(until) => set({ until })}
        wrong={backwards ? h.rangeWrong : ''}
      />
      {(Object.keys(RANGES) as (keyof typeof RANGES)[]).map((name) => (
        <Button key={name} size="small" type="text" onClick={() => range(RANGES[name])}>
          {h.ranges[name]}
        </Button>
      ))}
      <Button
        size="small"
        type="link"
        disabled={JSON.stringify(fields) === JSON.stringify(NO_HISTORY_SEARCH)}
        onClick={() => change(NO_HISTORY_SEARCH)}
      >
        {a.clear}
      </Button>
      {backwards && <span role="alert">{h.rangeWrong}</span>}
    </search>
  )
}

const common = { className: 'history-choice', allowClear: true, popupMatchSelectWidth: false } as const

function Many<V extends string | number>({ label, ...select }: SelectProps<V[]> & { label: string }) {
  return (
    <Select<V[]>
      {...common}
      mode="multiple"
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      {...select}
    />
  )
}

function One({ label, value, ...select }: SelectProps<string> & { label: string }) {
  return (
    <Select<string>
      {...common}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      value={value === '' ? (null as never) : value}
      {...select}
    />
  )
}

interface TimeProps {
  label: string
  value: string
  onChange(value: string): void
  wrong?: string
}

function Time({ label, value, onChange, wrong = '' }: TimeProps) {
  return (
    <Input
      type="datetime-local"
      className="admin-time"
      aria-label={label}
      title={wrong || label}
      max="9999-12-31T23:59"
      status={wrong ? 'error' : ''}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
