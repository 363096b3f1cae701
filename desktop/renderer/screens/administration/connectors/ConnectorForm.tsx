import { Form, Input, Select, Switch } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import { TimeForm } from '#shared/world/connectors.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { FieldRows } from './FieldRows.tsx'

/** Where messages come, whose they are, when they were measured, and what they say. */
export function ConnectorForm() {
  const { language } = useSpeech()
  const c = useAdminTexts().connectors
  const required = [{ required: true, whitespace: true, message: c.required }]
  const metrics = deviceKinds.get(Form.useWatch('kind') ?? '')?.metrics ?? {}
  const kinds = deviceKinds.all.map(({ kind, name }) => ({ value: kind, label: name[language] }))
  return (
    <>
      <div className="connector-pair">
        <Form.Item name="name" label={c.name} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label={c.kind} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={kinds} />
        </Form.Item>
      </div>
      <Form.Item name="topic" label={c.topic} extra={c.topicHint} rules={required}>
        <Input maxLength={200} spellCheck={false} />
      </Form.Item>
      <div className="connector-pair">
        <Form.Item name="each" label={c.each} extra={c.eachHint}>
          <Input maxLength={200} spellCheck={false} />
        </Form.Item>
        <Form.Item name="device" label={c.device} extra={c.deviceHint}>
          <Input maxLength={200} spellCheck={false} />
        </Form.Item>
        <Form.Item name="prefix" label={c.prefix} extra={c.prefixHint}>
          <Input maxLength={30} spellCheck={false} />
        </Form.Item>
        <Form.Item name="enabled" label={c.enabled} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="atPath" label={c.at}>
          <Input maxLength={200} spellCheck={false} />
        </Form.Item>
        <Form.Item name="atForm" label={c.form}>
          <Select options={TimeForm.options.map((value) => ({ value, label: c.forms[value] }))} />
        </Form.Item>
      </div>
      <FieldRows metrics={metrics} path={c.path} />
    </>
  )
}
