import { Button, Form, InputNumber, Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { dutyPlaces } from '../users/duty-places.ts'

const GRADES = [1, 2, 3, 4] as const
const NUMBERS = ['deadBand', 'onDelay', 'offDelay'] as const

/** Where a rule is otherwise: for one device, or for all of a place. */
export function ExceptionFields({ kind }: { kind: string }) {
  const r = useAdminTexts().rules
  const { world } = useCenter()
  const site = useSite()
  const devices = useMemo(
    () =>
      [...world.world.devices.values()]
        .filter((device) => device.kind === kind)
        .map(({ device, name }) => ({ value: device, label: `${name}　${device}` })),
    [world, kind],
  )
  const places = useMemo(() => dutyPlaces(site, '', '').filter(({ value }) => value !== ''), [site])
  const typed: { of?: string }[] = Form.useWatch('exceptions') ?? []
  const when: { is?: string } = Form.useWatch('when') ?? {}
  const hasLimit = when.is === 'above' || when.is === 'below'
  const required = [{ required: true, message: r.required }]
  return (
    <fieldset className="rule-exceptions wide">
      <legend>{r.exceptions}</legend>
      <p className="dim">{r.exceptionsHint}</p>
      <Form.List name="exceptions">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="rule-exception">
                <Form.Item name={[name, 'of']} noStyle initialValue="device">
                  <Select
                    aria-label={r.exceptions}
                    options={[
                      { value: 'device', label: r.device },
                      { value: 'place', label: r.place },
                    ]}
                  />
                </Form.Item>
                {typed[name]?.of === 'place' ? (
                  <Form.Item name={[name, 'place']} rules={required}>
                    <TreeSelect
                      aria-label={r.place}
                      placeholder={r.place}
                      showSearch={{ treeNodeFilterProp: 'title' }}
                      treeData={places}
                      treeExpandAction="click"
                    />
                  </Form.Item>
                ) : (
                  <Form.Item name={[name, 'device']} rules={required}>
                    <Select
                      aria-label={r.device}
                      placeholder={r.device}
                      showSearch={{ optionFilterProp: 'label' }}
                      options={devices}
                    />
                  </Form.Item>
                )}
                {hasLimit && (
                  <Form.Item name={[name, 'limit']} noStyle>
                    <InputNumber<number> aria-label={r.limit} placeholder={r.limit} />
                  </Form.Item>
                )}
                <Form.Item name={[name, 'grade']} noStyle>
                  <Select
                    aria-label={r.grade}
                    allowClear
                    placeholder={r.gradeAsRule}
                    options={GRADES.map((grade) => ({ value: grade, label: r.grades[grade] }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'use']} noStyle>
                  <Select
                    aria-label={r.enabled}
                    allowClear
                    placeholder={r.useAsRule}
                    options={[
                      { value: 'on', label: r.onHere },
                      { value: 'off', label: r.offHere },
                    ]}
                  />
                </Form.Item>
                {(hasLimit ? NUMBERS : NUMBERS.slice(1)).map((field) => (
                  <Form.Item key={field} name={[name, field]} noStyle>
                    <InputNumber<number> aria-label={r[field]} placeholder={r.short[field]} min={0} />
                  </Form.Item>
                ))}
                <Button size="small" className="rule-remove" onClick={() => remove(name)}>
                  {r.remove}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({})}>
              {r.addException}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
