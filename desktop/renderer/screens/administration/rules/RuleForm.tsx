import { Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { ExceptionFields } from './ExceptionFields.tsx'
import { blank, type RuleFields } from './entry.ts'
import { LifeFields } from './LifeFields.tsx'

const GRADES = [1, 2, 3, 4] as const

/** All that makes a rule, in the order in which one thinks of it: of what, when, how grave, what then. */
export function RuleForm({ isNew }: { isNew: boolean }) {
  const { language } = useSpeech()
  const r = useAdminTexts().rules
  const kind: string = Form.useWatch('kind') ?? ''
  const hasHours: boolean = Form.useWatch('hasHours') ?? false
  const form = Form.useFormInstance<RuleFields>()
  // Its metrics and its devices are others.
  const otherKind = (chosen: string) =>
    form.setFieldsValue({ when: blank(form.getFieldValue(['when', 'is']) ?? 'above', chosen), exceptions: [] })
  const number = [{ required: true, message: r.required }]
  const required = { required: true, whitespace: true, message: r.required }
  const kinds = deviceKinds.all.map((one) => ({ value: one.kind, label: one.name[language] }))
  return (
    <div className="admin-fields">
      <Form.Item name="kind" label={r.kind}>
        <Select disabled={!isNew} onChange={otherKind} showSearch={{ optionFilterProp: 'label' }} options={kinds} />
      </Form.Item>
      <Form.Item name="grade" label={r.grade}>
        <Select options={GRADES.map((grade) => ({ value: grade, label: r.grades[grade] }))} />
      </Form.Item>
      <Form.Item name="nameZh" label={r.nameZh} rules={[required]}>
        <Input maxLength={100} autoComplete="off" autoFocus={isNew} />
      </Form.Item>
      <Form.Item name="nameEn" label={r.nameEn} rules={[required]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <ConditionFields kind={kind} />
      <Form.Item name="onDelay" label={r.onDelay} rules={number}>
        <InputNumber<number> className="fill" min={0} max={86_400} suffix={r.seconds} />
      </Form.Item>
      <Form.Item name="offDelay" label={r.offDelay} rules={number}>
        <InputNumber<number> className="fill" min={0} max={86_400} suffix={r.seconds} />
      </Form.Item>
      <Form.Item name="adviceZh" label={r.adviceZh} rules={[required]} className="wide">
        <Input.TextArea maxLength={200} autoSize />
      </Form.Item>
      <Form.Item name="adviceEn" label={r.adviceEn} rules={[required]} className="wide">
        <Input.TextArea maxLength={200} autoSize />
      </Form.Item>
      <Form.Item name="hasHours" valuePropName="checked">
        <Checkbox>{r.hours}</Checkbox>
      </Form.Item>
      <Form.Item name="enabled" valuePropName="checked" label={r.enabled} layout="horizontal">
        <Switch size="small" />
      </Form.Item>
      {hasHours && (
        <>
          <Form.Item name={['hours', 'days']} rules={[{ required: true, message: r.required }]} className="wide">
            <Checkbox.Group options={r.days.map((label, value) => ({ label, value }))} />
          </Form.Item>
          <Form.Item name={['hours', 'from']} label={r.from} rules={[required]}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name={['hours', 'to']} label={r.to} rules={[required]}>
            <Input type="time" />
          </Form.Item>
        </>
      )}
      <LifeFields />
      <ExceptionFields kind={kind} />
      <Form.Item name="note" label={r.note} className="wide">
        <Input maxLength={500} placeholder={r.noteHint} autoComplete="off" />
      </Form.Item>
    </div>
  )
}
