import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import { RoleName } from '#shared/contract/roles.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { newStep } from './route-entry.ts'

export interface Person {
  account: string
  name: string
  hasPhone: boolean
  hasMail: boolean
}

interface Props {
  people: readonly Person[]
  channels: readonly { channel: string; name: string }[]
}

/** Who is told first, and who next when nobody acknowledges. */
export function StepFields({ people, channels }: Props) {
  const a = useAdminTexts()
  const n = a.notices
  const persons = people.map(({ account, name, hasPhone, hasMail }) => ({
    value: account,
    label: hasPhone || hasMail ? name : n.noAddress(name),
  }))
  return (
    <fieldset className="notice-part">
      <legend>{n.steps}</legend>
      <p className="dim">{n.stepsHint}</p>
      <Form.List name="steps">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, i) => (
              <div key={key} className="notice-step">
                <strong>{n.step(i + 1)}</strong>
                <Form.Item name={[name, 'after']} label={n.after} rules={[{ required: true, message: n.required }]}>
                  <InputNumber<number> className="fill" min={0} max={1440} />
                </Form.Item>
                <Form.Item name={[name, 'channels']} label={n.channels}>
                  <Select
                    mode="multiple"
                    options={channels.map(({ channel, name: label }) => ({ value: channel, label }))}
                    notFoundContent={n.noChannels}
                  />
                </Form.Item>
                <Form.Item name={[name, 'onDuty']} valuePropName="checked" label=" " colon={false}>
                  <Checkbox>{n.onDuty}</Checkbox>
                </Form.Item>
                <Form.Item name={[name, 'roles']} label={n.roles}>
                  <Select
                    mode="multiple"
                    options={RoleName.options.map((value) => ({ value, label: a.roles[value] }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'accounts']} label={n.accounts}>
                  <Select mode="multiple" options={persons} showSearch={{ optionFilterProp: 'label' }} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button type="text" aria-label={`${n.remove} ${n.step(i + 1)}`} onClick={() => remove(name)}>
                    ×
                  </Button>
                )}
              </div>
            ))}
            {fields.length < 10 && (
              <Button size="small" onClick={() => add(newStep(fields.length * 5))}>
                {n.addStep}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
