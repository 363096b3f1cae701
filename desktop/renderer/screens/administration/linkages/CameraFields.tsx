import { Form, InputNumber } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'

/** How many cameras are called up, and from how far away. */
export function CameraFields({ name }: { name: number }) {
  const l = useAdminTexts().linkages
  const required = [{ required: true, message: l.required }]
  return (
    <div className="linkage-fields">
      <Form.Item name={[name, 'do']} hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name={[name, 'most']} label={l.most} rules={required}>
        <InputNumber<number> className="fill" min={1} max={16} precision={0} suffix={l.devices} />
      </Form.Item>
      <Form.Item name={[name, 'metres']} label={l.within} rules={required}>
        <InputNumber<number> className="fill" min={1} max={2000} precision={0} suffix={l.metres} />
      </Form.Item>
    </div>
  )
}
