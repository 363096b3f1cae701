import { Button, Form, InputNumber, Select } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import { ConditionIs } from '#shared/world/conditions.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { EventFields } from './EventFields.tsx'
import { blank } from './entry.ts'
import { SimpleFields, Span } from './SimpleFields.tsx'

const PLACES = ['room', 'floor', 'building', 'zone'] as const

/** When a rule speaks: the form of its condition, and what that form needs. */
export function ConditionFields({ kind }: { kind: string }) {
  const r = useAdminTexts().rules
  const is: ConditionIs = Form.useWatch(['when', 'is']) ?? 'above'
  const form = Form.useFormInstance()
  // Another form has other fields: none of the one before may be left over.
  const otherForm = (chosen: ConditionIs) => {
    const before = form.getFieldValue('when')
    const fresh = blank(chosen, kind)
    const stays = 'limit' in before && (chosen === 'above' || chosen === 'below')
    form.setFieldValue('when', stays ? { ...before, is: chosen } : fresh)
  }
  const forms = ConditionIs.options.map((value) => ({ value, label: r.forms[value] }))
  return (
    <>
      <Form.Item name={['when', 'is']} label={r.form}>
        <Select options={forms} onChange={otherForm} />
      </Form.Item>
      {is === 'silent' && <Span name={['when', 'for']} label={r.silentFor} least={10} first={600} most={604_800} />}
      {is === 'often' && (
        <>
          <Form.Item name={['when', 'times']} label={r.times} rules={[{ required: true, message: r.required }]}>
            <InputNumber<number> className="fill" min={2} max={100} />
          </Form.Item>
          <Span name={['when', 'within']} label={r.within} least={1} first={600} />
          <Nested name={['when', 'of']} watched={['when', 'of']} kind={kind} />
        </>
      )}
      {is === 'together' && <TogetherFields kind={kind} />}
      {is === 'event' && <EventFields kind={kind} />}
      {is !== 'silent' && is !== 'often' && is !== 'together' && is !== 'event' && (
        <SimpleFields name={['when']} kind={kind} is={is} />
      )}
    </>
  )
}

const SIMPLE = ['above', 'below', 'rising', 'falling', 'equal'] as const

type Name = (string | number)[]

/** A plain condition within another. Names within a list begin at the list; what is watched begins at the form. */
function Nested({ name, watched, kind }: { name: Name; watched: Name; kind: string }) {
  const r = useAdminTexts().rules
  const is: (typeof SIMPLE)[number] = Form.useWatch([...watched, 'is']) ?? 'above'
  return (
    <>
      <Form.Item name={[...name, 'is']} label={r.of} initialValue="above">
        <Select options={SIMPLE.map((value) => ({ value, label: r.forms[value] }))} />
      </Form.Item>
      <SimpleFields name={name} kind={kind} is={is} />
    </>
  )
}

function TogetherFields({ kind }: { kind: string }) {
  const { language } = useSpeech()
  const r = useAdminTexts().rules
  const kinds: { kind?: string }[] = Form.useWatch(['when', 'of']) ?? []
  const form = Form.useFormInstance()
  const taken = new Set(kinds.map((one) => one?.kind))
  const options = deviceKinds.all.map((one) => ({
    value: one.kind,
    label: one.name[language],
    // Each kind once: what counts are devices.
    disabled: taken.has(one.kind),
  }))
  const free = options.find(({ disabled }) => !disabled)
  return (
    <>
      <Form.Item name={['when', 'devices']} label={r.devices} rules={[{ required: true, message: r.required }]}>
        <InputNumber<number> className="fill" min={2} max={20} />
      </Form.Item>
      <Form.Item name={['when', 'at']} label={r.at}>
        <Select options={PLACES.map((value) => ({ value, label: r.levels[value] }))} />
      </Form.Item>
      <Span name={['when', 'within']} label={r.within} least={1} first={60} most={3600} />
      <Form.List name={['when', 'of']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="rule-part wide">
                <Form.Item name={[name, 'kind']} label={r.kind}>
                  <Select
                    disabled={name === 0}
                    onChange={(chosen: string) =>
                      form.setFieldValue(['when', 'of', name, 'when'], blank('above', chosen))
                    }
                    showSearch={{ optionFilterProp: 'label' }}
                    options={options}
                  />
                </Form.Item>
                <Nested name={[name, 'when']} watched={['when', 'of', name, 'when']} kind={kinds[name]?.kind ?? kind} />
                {name > 0 && (
                  <Button size="small" className="rule-remove" onClick={() => remove(name)}>
                    {r.remove}
                  </Button>
                )}
              </fieldset>
            ))}
            {fields.length < 5 && free && (
              <Button
                size="small"
                className="rule-add wide"
                onClick={() => add({ kind: free.value, when: blank('above', free.value) })}
              >
                {r.addOf}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}
