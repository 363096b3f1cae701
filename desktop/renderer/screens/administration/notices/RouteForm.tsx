import { Checkbox, Form, Input, InputNumber, Select, Switch, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { Sign } from '#shared/world/alarm-record.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useSite } from '../../../store/site.ts'
import { dutyPlaces } from '../users/duty-places.ts'
import { type Person, StepFields } from './StepFields.tsx'

interface Props {
  people: readonly Person[]
  channels: readonly { channel: string; name: string }[]
}

/** Which alarms, who is told, and how often. */
export function RouteForm({ people, channels }: Props) {
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const n = a.notices
  const site = useSite()
  const places = useMemo(() => dutyPlaces(site, '', '').filter(({ value }) => value !== ''), [site])
  const repeats = Form.useWatch('repeatEvery')
  const many = { mode: 'multiple', placeholder: n.any, showSearch: { optionFilterProp: 'label' } } as const
  return (
    <>
      <div className="notice-pair">
        <Form.Item name="name" label={n.name} rules={[{ required: true, whitespace: true, message: n.required }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="enabled" label={n.enabled} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="grades" label={n.grades}>
          <Select {...many} options={([1, 2, 3, 4] as const).map((value) => ({ value, label: t.grade[value] }))} />
        </Form.Item>
        <Form.Item name="places" label={n.places}>
          <TreeSelect
            multiple
            placeholder={n.any}
            treeData={places}
            showSearch={{ treeNodeFilterProp: 'title' }}
            treeExpandAction="click"
          />
        </Form.Item>
        <Form.Item name="signs" label={n.signs}>
          <Select
            {...many}
            options={Sign.options.map((value) => ({ value, label: t.handling.cluster.signs[value] }))}
          />
        </Form.Item>
        <Form.Item name="kinds" label={n.alarmKinds}>
          <Select
            {...many}
            options={deviceKinds.all.map(({ kind, name }) => ({ value: kind, label: name[language] }))}
          />
        </Form.Item>
      </div>
      <fieldset className="notice-part">
        <legend>{n.hours}</legend>
        <div className="notice-hours">
          <Form.Item name="days" label={n.days}>
            <Checkbox.Group options={a.rules.days.map((label, value) => ({ label, value }))} />
          </Form.Item>
          <Form.Item name="from" label={n.hoursFrom}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="to" label={n.hoursTo}>
            <Input type="time" />
          </Form.Item>
        </div>
        <p className="dim">{n.hoursHint}</p>
      </fieldset>
      <StepFields people={people} channels={channels} />
      <div className="notice-pair">
        <Form.Item name="repeatEvery" label={n.repeatEvery}>
          <InputNumber<number> className="fill" min={1} max={1440} placeholder={n.never} />
        </Form.Item>
        <Form.Item name="repeatMost" label={n.repeatMost}>
          <InputNumber<number> className="fill" min={1} max={100} disabled={!repeats} />
        </Form.Item>
      </div>
      <Form.Item name="allClear" valuePropName="checked">
        <Checkbox>{n.allClear}</Checkbox>
      </Form.Item>
    </>
  )
}
