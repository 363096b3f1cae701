import { AutoComplete, Form, Input, InputNumber, Select } from 'antd'
import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { type ColumnName, columns } from '#models/registry/columns.ts'
import { AssetState } from '#shared/world/device-entry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { isDay } from './is-day.ts'

const titles = new Map(columns.map(({ name, title }) => [name, title]))
const ID = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$/
const PHONE = /^\s*\+?\d[\d ()-]*$/
const MOST_OFFERED = 50

interface Props {
  isNew: boolean
  groups: string[]
  /** Beside the number of the keeper. */
  phone: React.ReactNode
}

/** All that the archive says of a device (GB/T 42455.1 7.2.4, 10.1), in four parts. */
export function DeviceForm({ isNew, groups, phone }: Props) {
  const { language } = useSpeech()
  const d = useAdminTexts().devices
  const kind = deviceKinds.get(Form.useWatch('kind') ?? '')
  const title = (name: ColumnName) => titles.get(name)?.[language] ?? name
  const needed = { required: true, message: d.required }
  const words = (name: ColumnName, most = 100) => (
    <Form.Item name={name} label={title(name)}>
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  )
  const date = (name: ColumnName) => (
    <Form.Item name={name} label={title(name)} rules={[isDay(name, d.badDate)]}>
      <Input type="date" max="9999-12-31" allowClear />
    </Form.Item>
  )
  const whole = (name: ColumnName, most: number, unit: string, usual: number | undefined) => (
    <Form.Item name={name} label={title(name)}>
      <InputNumber<number>
        className="fill"
        min={1}
        max={most}
        precision={0}
        suffix={unit}
        {...(usual === undefined ? {} : { placeholder: d.asKind(String(usual)) })}
      />
    </Form.Item>
  )
  return (
    <>
      <fieldset className="admin-fields">
        <legend>{d.sections.identity}</legend>
        <Form.Item name="device" label={title('device')} rules={[needed, { pattern: ID, message: d.idRule }]}>
          <Input disabled={!isNew} autoFocus={isNew} maxLength={64} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={title('name')} rules={[{ ...needed, whitespace: true }]}>
          <Input autoFocus={!isNew} maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={title('kind')} rules={[needed]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={deviceKinds.all.map(({ kind: value, name }) => ({ value, label: name[language] }))}
          />
        </Form.Item>
        {words('maker')}
        {words('model')}
        {words('serial')}
        {words('plate')}
      </fieldset>
      <fieldset className="admin-fields">
        <legend>{d.sections.place}</legend>
        <PlaceField title={title('place')} />
        {(['lon', 'lat', 'height'] as const).map((name) => (
          <Form.Item key={name} name={name} label={title(name)} rules={name === 'height' ? [] : [needed]}>
            <InputNumber<number> className="fill" controls={false} suffix={name === 'height' ? 'm' : '°'} />
          </Form.Item>
        ))}
        <Form.Item name="gateway" label={title('gateway')} rules={[{ pattern: ID, message: d.idRule }]}>
          <Input maxLength={64} autoComplete="off" spellCheck={false} />
        </Form.Item>
      </fieldset>
      <fieldset className="admin-fields">
        <legend>{d.sections.asset}</legend>
        <Form.Item name="assetState" label={title('assetState')}>
          <Select options={AssetState.options.map((value) => ({ value, label: d.states[value] }))} />
        </Form.Item>
        <Form.Item name="groups" label={title('groups')}>
          <Select
            mode="tags"
            maxCount={10}
            placeholder={d.noGroups}
            options={groups.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        {words('owner')}
        {words('user')}
        {date('installedAt')}
        {date('warrantyUntil')}
        {whole('lifeYears', 100, d.years, kind?.upkeep.lifeYears)}
      </fieldset>
      <fieldset className="admin-fields">
        <legend>{d.sections.upkeep}</legend>
        {words('maintainer')}
        {words('keeper')}
        <Form.Item
          name="phone"
          label={title('phone')}
          extra={phone}
          rules={[{ pattern: PHONE, message: d.problems.form.replace(/[，,].*$/, '') }]}
        >
          <Input type="tel" maxLength={32} autoComplete="off" />
        </Form.Item>
        {whole('upkeepDays', 3650, d.days, kind?.upkeep.everyDays)}
        {date('servicedAt')}
        {date('nextServiceAt')}
        {kind && (
          <p className="dim wide">
            {d.task}
            {d.colon}
            {kind.upkeep.task[language]}
          </p>
        )}
        <Form.Item name="note" label={title('note')} className="wide">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </fieldset>
    </>
  )
}

/** Typed as a path, or found by the name of a building or a grid. */
function PlaceField({ title }: { title: string }) {
  const { t } = useSpeech()
  const d = useAdminTexts().devices
  const site = useSite()
  const typed: string = Form.useWatch('place') ?? ''
  const places = useMemo(
    () =>
      [...(site?.grids ?? []), ...(site?.buildings ?? [])].map(({ place, name }) => ({
        value: place,
        label: `${name} · ${place}`,
      })),
    [site],
  )
  const options = places.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase())).slice(0, MOST_OFFERED)
  return (
    <Form.Item
      name="place"
      label={title}
      className="wide"
      extra={typed ? placeName(site, typed, t) : d.placeHint}
      rules={[{ required: true, message: d.required }]}
    >
      <AutoComplete options={options} maxLength={200} />
    </Form.Item>
  )
}
