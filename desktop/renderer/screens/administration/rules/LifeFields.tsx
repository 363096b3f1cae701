import { Button, Form, InputNumber, Select } from 'antd'
import { Sign } from '#shared/world/alarm-record.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { explanations } from './words.ts'

const LEVELS = ['device', 'room', 'floor', 'building', 'zone', 'community'] as const

/** How its alarms live: what they are a sign of, how they end, and what makes them superfluous. */
export function LifeFields() {
  const { t, language } = useSpeech()
  const r = useAdminTexts().rules
  const required = [{ required: true, message: r.required }]
  return (
    <>
      <Form.Item name="sign" label={r.life.sign} tooltip={r.life.signHint}>
        <Select
          allowClear
          placeholder={r.life.noSign}
          options={Sign.options.map((value) => ({ value, label: t.handling.cluster.signs[value] }))}
        />
      </Form.Item>
      <Form.Item name="closes" label={r.life.closes}>
        <Select options={(['grade', 'yes', 'no'] as const).map((value) => ({ value, label: r.life.closing[value] }))} />
      </Form.Item>
      <Form.Item name="latches" label={r.life.latches}>
        <Select
          options={([false, true] as const).map((value) => ({ value, label: r.life.latching[value ? 'yes' : 'no'] }))}
        />
      </Form.Item>
      <Form.Item name="again" label={r.life.again}>
        <InputNumber<number> className="fill" min={1} max={1440} suffix={r.life.minutes} placeholder={r.life.never} />
      </Form.Item>
      <Form.Item label={r.life.explainedBy} tooltip={r.life.explainedHint} className="wide">
        <Form.List name="explainedBy">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="rule-explained">
                  <Form.Item name={[name, 'by']} rules={required}>
                    <Select showSearch={{ optionFilterProp: 'label' }} options={explanations(language)} />
                  </Form.Item>
                  <Form.Item name={[name, 'at']} rules={required}>
                    <Select options={LEVELS.map((value) => ({ value, label: r.life.levels[value] }))} />
                  </Form.Item>
                  <Button type="text" aria-label={r.remove} onClick={() => remove(name)}>
                    ×
                  </Button>
                </div>
              ))}
              {fields.length < 10 && (
                <Button size="small" onClick={() => add({ at: 'building' })}>
                  {r.life.addExplained}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Form.Item>
    </>
  )
}
