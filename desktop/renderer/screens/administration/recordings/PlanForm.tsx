import { Form, Input, Radio, Select, Switch } from 'antd'
import { TimeForm } from '#shared/world/connectors.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter } from '../../../store/hooks.ts'
import { FieldRows } from '../connectors/FieldRows.tsx'
import { columnsOf, metricsOf, type PlanFields } from './entry.ts'

interface Props {
  first: readonly (readonly string[])[]
  /** Of the devices that were found in it. */
  kinds: readonly string[]
  zone: string
}

/** Which column says when, of which device, and what. */
export function PlanForm({ first, kinds, zone }: Props) {
  const { connectors: c, recordings: r } = useAdminTexts()
  const { world } = useCenter()
  const form = Form.useFormInstance<PlanFields>()
  const heads = Form.useWatch('heads', form) ?? true
  const deviceFrom = Form.useWatch('deviceFrom', form)
  const shape = Form.useWatch('shape', form)
  const fixed = Form.useWatch('fixed', form)
  const required = [{ required: true, message: c.required }]
  const columns = columnsOf(first, heads)
  const choices = columns.map((value) => ({ value, label: value }))
  const own = deviceFrom === 'fixed' ? world.get('devices', fixed ?? '')?.kind : undefined
  return (
    <>
      <div className="recording-plan">
        <Form.Item name="heads" label={r.heads} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="timeColumn" label={r.timeColumn} rules={required}>
          <Select options={choices} />
        </Form.Item>
        <Form.Item name="timeForm" label={c.form} extra={r.zone(zone)}>
          <Select options={TimeForm.options.map((value) => ({ value, label: r.forms[value] }))} />
        </Form.Item>
        <Form.Item name="deviceFrom" label={r.device}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'column', label: r.inColumn },
              { value: 'fixed', label: r.oneDevice },
            ]}
          />
        </Form.Item>
        {deviceFrom === 'fixed' ? (
          <Form.Item name="fixed" label={r.oneDevice} rules={required}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={[...world.world.devices.values()].map(({ device, name }) => ({
                value: device,
                label: `${name} ${device}`,
              }))}
            />
          </Form.Item>
        ) : (
          <Form.Item name="deviceColumn" label={r.deviceColumn} rules={required}>
            <Select options={choices} />
          </Form.Item>
        )}
        <Form.Item name="prefix" label={c.prefix} hidden={deviceFrom === 'fixed'}>
          <Input maxLength={30} spellCheck={false} />
        </Form.Item>
        <Form.Item name="shape" label={r.shape}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'wide', label: r.shapes.wide },
              { value: 'long', label: r.shapes.long },
            ]}
          />
        </Form.Item>
        {shape === 'long' && (
          <>
            <Form.Item name="metricColumn" label={r.metricColumn} rules={required}>
              <Select options={choices} />
            </Form.Item>
            <Form.Item name="valueColumn" label={r.valueColumn} rules={required}>
              <Select options={choices} />
            </Form.Item>
          </>
        )}
      </div>
      {shape === 'long' && <p className="dim">{r.longHint}</p>}
      <FieldRows
        metrics={metricsOf(own ? [own] : kinds)}
        path={shape === 'long' ? r.word : r.column}
        places={shape === 'long' ? undefined : columns}
        optional={shape === 'long'}
      />
    </>
  )
}
