import { Form, InputNumber, Select } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import type { Simple } from '#shared/world/conditions.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'

type Name = (string | number)[]

/** What one value, or its course, is compared with. */
export function SimpleFields({ name, kind, is }: { name: Name; kind: string; is: Simple['is'] }) {
  const { language } = useSpeech()
  const r = useAdminTexts().rules
  const known = deviceKinds.get(kind)
  const metrics = Object.entries(known?.metrics ?? {})
  const [first] = metrics
  const required = [{ required: true, message: r.required }]
  const options = metrics.map(([value, metric]) => ({
    value,
    label: `${metric.name[language]}${metric.unit && ` (${metric.unit})`}　${metric.min}–${metric.max}`,
  }))
  return (
    <>
      <Form.Item name={[...name, 'metric']} label={r.metric} initialValue={first?.[0]} rules={required}>
        <Select options={options} />
      </Form.Item>
      {(is === 'above' || is === 'below') && (
        <>
          <Form.Item name={[...name, 'limit']} label={r.limit} rules={required}>
            <InputNumber<number> className="fill" />
          </Form.Item>
          <Form.Item
            name={[...name, 'deadBand']}
            label={r.deadBand}
            extra={r.deadBandHint}
            initialValue={0}
            rules={required}
          >
            <InputNumber<number> className="fill" min={0} />
          </Form.Item>
        </>
      )}
      {(is === 'rising' || is === 'falling') && (
        <>
          <Form.Item name={[...name, 'by']} label={r.by} rules={required}>
            <InputNumber<number> className="fill" min={0} />
          </Form.Item>
          <Span name={[...name, 'within']} label={r.within} least={1} first={60} />
        </>
      )}
      {is === 'equal' && (
        <Form.Item
          name={[...name, 'values']}
          label={r.values}
          rules={[...required, { validator: (_, typed: unknown[] = []) => numbersAlone(typed, r.required) }]}
        >
          <Select mode="tags" tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null} />
        </Form.Item>
      )}
    </>
  )
}

interface SpanProps {
  name: Name
  label: string
  least: number
  first: number
  most?: number
}

/** Seconds. */
export function Span({ name, label, least, first, most = 86_400 }: SpanProps) {
  const r = useAdminTexts().rules
  return (
    <Form.Item name={name} label={label} initialValue={first} rules={[{ required: true, message: r.required }]}>
      <InputNumber<number> className="fill" min={least} max={most} suffix={r.seconds} />
    </Form.Item>
  )
}

function numbersAlone(typed: unknown[], message: string): Promise<void> {
  const isNumber = (one: unknown) => String(one).trim() !== '' && Number.isFinite(Number(one))
  return typed.every(isNumber) ? Promise.resolve() : Promise.reject(new Error(message))
}
