import { Checkbox, Form, InputNumber, Select } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import { Where } from '#shared/world/linkages.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { commandsOf, inputsOf, isDangerous, type LinkageFields, NEAR_METRES } from './entry.ts'

/** Which devices are told, where, and what. */
export function OrderFields({ name }: { name: number }) {
  const { language } = useSpeech()
  const l = useAdminTexts().linkages
  const form = Form.useFormInstance<LinkageFields>()
  const { kinds = [], command = '', where } = Form.useWatch(['actions', name], form) ?? {}
  const required = [{ required: true, message: l.required }]
  const commands = commandsOf(kinds)
  const kindOptions = deviceKinds.all
    .filter(({ kind }) => commandsOf([kind]).length > 0)
    .map((kind) => ({ value: kind.kind, label: kind.name[language] }))
  const nameOf = (one: string) => deviceKinds.get(kinds[0] ?? '')?.commands[one]?.name[language] ?? one
  // What others cannot be told is not told.
  const otherKinds = (chosen: string[]) => {
    const able = commandsOf(chosen)
    if (!able.includes(command)) form.setFieldValue(['actions', name, 'command'], able[0])
  }
  return (
    <div className="linkage-fields">
      <Form.Item name={[name, 'do']} hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name={[name, 'where']} label={l.whereLabel} rules={required}>
        <Select
          options={Where.options.map((value) => ({ value, label: l.where[value] }))}
          onChange={(chosen) => {
            if (chosen === 'near') form.setFieldValue(['actions', name, 'metres'], NEAR_METRES)
          }}
        />
      </Form.Item>
      {where === 'near' ? (
        <Form.Item name={[name, 'metres']} label={l.within} rules={required}>
          <InputNumber<number> className="fill" min={1} max={2000} precision={0} suffix={l.metres} />
        </Form.Item>
      ) : (
        <Form.Item name={[name, 'most']} label={l.most} rules={required}>
          <InputNumber<number> className="fill" min={1} max={200} precision={0} suffix={l.devices} />
        </Form.Item>
      )}
      <Form.Item name={[name, 'kinds']} label={l.of} rules={required}>
        <Select mode="multiple" maxCount={10} options={kindOptions} optionFilterProp="label" onChange={otherKinds} />
      </Form.Item>
      <Form.Item name={[name, 'command']} label={l.command} rules={required}>
        <Select options={commands.map((value) => ({ value, label: nameOf(value) }))} notFoundContent={l.noCommand} />
      </Form.Item>
      {Object.entries(inputsOf(kinds, command)).map(([input, { name: called, unit, min, max, decimals, states }]) => (
        <Form.Item
          key={input}
          name={[name, 'input', input]}
          label={called[language]}
          rules={required}
          initialValue={states ? min : max}
        >
          {states ? (
            <Select
              options={Object.entries(states).map(([value, text]) => ({ value: Number(value), label: text[language] }))}
            />
          ) : (
            <InputNumber<number> className="fill" min={min} max={max} precision={decimals} suffix={unit} />
          )}
        </Form.Item>
      ))}
      {isDangerous(kinds, command) && (
        <div className="linkage-dangerous" role="note">
          {l.dangerous}
          <Form.Item name={[name, 'authorised']} valuePropName="checked" noStyle>
            <Checkbox>{l.authorised}</Checkbox>
          </Form.Item>
        </div>
      )}
    </div>
  )
}
