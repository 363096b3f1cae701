import { Form, Input, Select } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'

const NAMES =
  'phone text title name delivery count step round secret at center alarm.id alarm.grade alarm.title alarm.place alarm.deviceName alarm.device alarm.kind alarm.rule alarm.value alarm.at alarm.advice'

const code = { spellCheck: false, autoComplete: 'off', className: 'notice-code' }

/** What is said to a gateway for people's telephones, and how its answers are read. */
export function GatewayFields() {
  const n = useAdminTexts().notices
  const whenReceipt = Form.useWatch('receiptId') ? [{ required: true, whitespace: true, message: n.required }] : []
  const whenSuccess = Form.useWatch('successPath') ? [{ required: true, whitespace: true, message: n.required }] : []
  const field = (name: string, label: string, rules: { required: boolean; message: string }[] = []) => (
    <Form.Item name={name} label={label} rules={rules}>
      <Input maxLength={200} {...code} />
    </Form.Item>
  )
  return (
    <>
      <details className="notice-names">
        <summary>{n.placeholders}</summary>
        <p>
          {NAMES.split(' ').map((name) => (
            <code key={name}>{`{{${name}}}`}</code>
          ))}
        </p>
      </details>
      <div className="notice-pair">
        <Form.Item name="content" label={n.content}>
          <Select options={(['json', 'form'] as const).map((value) => ({ value, label: n.contents[value] }))} />
        </Form.Item>
        {field('idPath', n.idPath)}
        {field('successPath', n.successPath)}
        <Form.Item name="successIs" label={n.successIs} extra={n.successHint} rules={whenSuccess}>
          <Input maxLength={200} {...code} />
        </Form.Item>
      </div>
      <fieldset className="notice-part">
        <legend>{n.receipts}</legend>
        <div className="notice-pair">
          {field('receiptId', n.receiptId)}
          {field('receiptState', n.receiptState, whenReceipt)}
          {field('receiptDelivered', n.receiptDelivered, whenReceipt)}
          {field('receiptAnswered', n.receiptAnswered)}
          {field('receiptUndelivered', n.receiptUndelivered)}
        </div>
      </fieldset>
    </>
  )
}
