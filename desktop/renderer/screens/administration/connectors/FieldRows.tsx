import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { Metric } from '#models/kind.ts'
import { conversionsTo } from '#models/mapping/units.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { type FieldRow, isWord } from './entry.ts'

interface Props {
  metrics: Readonly<Record<string, Metric>>
  /** Where a value stands: what it is called, and, where they are known, what there is to choose from. */
  path: string
  places?: readonly string[] | undefined
  /** There may be none. */
  optional?: boolean
}

/** Which value of a message, or of a row, is which metric. */
export function FieldRows({ metrics: known, path, places, optional = false }: Props) {
  const { language } = useSpeech()
  const c = useAdminTexts().connectors
  const rows: FieldRow[] = Form.useWatch('fields') ?? []
  const metrics = Object.entries(known).map(([value, metric]) => ({
    value,
    label: `${metric.name[language]}${metric.unit && ` (${metric.unit})`}`,
  }))
  const unitsOf = (metric: string) => {
    const { unit = '' } = known[metric] ?? {}
    return [
      { value: '', label: c.same(unit) },
      ...conversionsTo(unit).map(({ from }) => ({ value: from, label: from })),
    ]
  }
  return (
    <fieldset className="connector-fields">
      <legend>{c.fields}</legend>
      <Form.List
        name="fields"
        rules={[
          {
            validator: (_, all?: unknown[]) =>
              optional || all?.length ? Promise.resolve() : Promise.reject(new Error(c.required)),
          },
        ]}
      >
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="connector-field">
                <Form.Item name={[name, 'metric']} label={c.metric} rules={[{ required: true, message: c.required }]}>
                  <Select options={metrics} />
                </Form.Item>
                <Form.Item name={[name, 'path']} label={path}>
                  {places ? (
                    <Select options={places.map((value) => ({ value, label: value }))} />
                  ) : (
                    <Input maxLength={200} spellCheck={false} />
                  )}
                </Form.Item>
                <Form.Item name={[name, 'unit']} label={c.unit} initialValue="">
                  <Select options={unitsOf(rows[name]?.metric ?? '')} />
                </Form.Item>
                <Form.Item name={[name, 'scale']} label={c.scale}>
                  <InputNumber<number> className="fill" placeholder="1" />
                </Form.Item>
                <Form.Item name={[name, 'offset']} label={c.offset}>
                  <InputNumber<number> className="fill" placeholder="0" />
                </Form.Item>
                <Form.Item
                  name={[name, 'words']}
                  label={c.words}
                  className="connector-words"
                  rules={[
                    {
                      validator: (_, typed: string[] = []) =>
                        typed.every(isWord) ? Promise.resolve() : Promise.reject(new Error(c.badWords)),
                    },
                  ]}
                >
                  <Select
                    mode="tags"
                    tokenSeparators={[',', '，']}
                    open={false}
                    suffixIcon={null}
                    placeholder={c.wordsHint}
                  />
                </Form.Item>
                <Button type="text" aria-label={c.removeField} title={c.removeField} onClick={() => remove(name)}>
                  ×
                </Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button size="small" onClick={() => add({ metric: free(metrics, rows) })}>
              {c.addField}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function free(metrics: readonly { value: string }[], rows: readonly (FieldRow | undefined)[]): string | undefined {
  return (metrics.find(({ value }) => !rows.some((row) => row?.metric === value)) ?? metrics[0])?.value
}
