import { Form, InputNumber, Select } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import type { Happens } from '#shared/world/conditions.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { Span } from './SimpleFields.tsx'

/** What a device tells of, how often, and by what that is over. */
export function EventFields({ kind }: { kind: string }) {
  const { language } = useSpeech()
  const r = useAdminTexts().rules
  const form = Form.useFormInstance()
  const when: Partial<Happens> = Form.useWatch('when') ?? {}
  // What is not yet chosen is in no field.
  const over: Partial<Happens['over']> = Form.useWatch(['when', 'over'], { form, preserve: true }) ?? {}
  const ends = 'by' in over ? 'by' : 'after'
  const required = [{ required: true, message: r.required }]
  const events = Object.entries(deviceKinds.get(kind)?.events ?? {}).map(([value, name]) => ({
    value,
    label: name[language],
  }))
  const otherEnd = (chosen: 'by' | 'after') =>
    form.setFieldValue(['when', 'over'], chosen === 'by' ? { by: undefined } : { after: 600 })
  return (
    <>
      <Form.Item name={['when', 'event']} label={r.event} rules={required}>
        <Select options={events} notFoundContent={r.noEvents} />
      </Form.Item>
      <Form.Item name={['when', 'times']} label={r.times} rules={required}>
        <InputNumber<number> className="fill" min={1} max={100} />
      </Form.Item>
      {/* Of one alone it means nothing, but is kept. */}
      <div hidden={(when.times ?? 1) < 2}>
        <Span name={['when', 'within']} label={r.within} least={1} first={600} />
      </div>
      <Form.Item label={r.over} htmlFor="rule-over">
        <Select<'by' | 'after'>
          id="rule-over"
          value={ends}
          onChange={otherEnd}
          options={[
            { value: 'after', label: r.overAfterLast },
            { value: 'by', label: r.overBy },
          ]}
        />
      </Form.Item>
      {ends === 'by' ? (
        <Form.Item key="by" name={['when', 'over', 'by']} label={r.endingEvent} rules={required}>
          <Select options={events.filter(({ value }) => value !== when.event)} notFoundContent={r.noEvents} />
        </Form.Item>
      ) : (
        <Span key="after" name={['when', 'over', 'after']} label={r.silentFor} least={10} first={600} />
      )}
    </>
  )
}
