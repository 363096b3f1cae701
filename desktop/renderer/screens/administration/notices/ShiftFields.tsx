import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import type { Person } from './StepFields.tsx'
import { freeName, type ShiftsFields } from './shift-entry.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 0]

/** When shifts begin, and who serves together. */
export function ShiftFields({ people }: { people: readonly Person[] }) {
  const a = useAdminTexts()
  const n = a.notices
  const form = Form.useFormInstance<ShiftsFields>()
  const required = [{ required: true, message: n.required }]
  const persons = people.map(({ account, name }) => ({ value: account, label: name }))
  return (
    <>
      <fieldset className="notice-part">
        <legend>{n.shiftList}</legend>
        <p className="dim">{n.shiftHint}</p>
        <Form.List name="shifts">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="notice-line notice-shift">
                  <Form.Item name={[name, 'name']} rules={required}>
                    <Input placeholder={n.name} aria-label={n.name} maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[name, 'begins']} rules={required}>
                    <Input type="time" aria-label={n.begins} />
                  </Form.Item>
                  <Form.Item name={[name, 'days']} rules={required}>
                    <Checkbox.Group options={EVERY_DAY.map((value) => ({ value, label: a.rules.days[value] }))} />
                  </Form.Item>
                  <Button type="text" aria-label={n.remove} onClick={() => remove(name)}>
                    ×
                  </Button>
                </div>
              ))}
              <Button
                size="small"
                onClick={() => {
                  const taken = (form.getFieldValue('shifts') ?? []).map(({ shift }: { shift: string }) => shift)
                  add({ shift: freeName('shift', taken), days: EVERY_DAY })
                }}
              >
                {n.addShift}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <fieldset className="notice-part">
        <legend>{n.teams}</legend>
        <Form.List name="teams">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="notice-line notice-team">
                  <Form.Item name={[name, 'name']} rules={required}>
                    <Input placeholder={n.name} aria-label={n.name} maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[name, 'members']}>
                    <Select
                      mode="multiple"
                      placeholder={n.members}
                      aria-label={n.members}
                      options={persons}
                      showSearch={{ optionFilterProp: 'label' }}
                    />
                  </Form.Item>
                  <Button type="text" aria-label={n.remove} onClick={() => remove(name)}>
                    ×
                  </Button>
                </div>
              ))}
              <Button
                size="small"
                onClick={() => {
                  const taken = (form.getFieldValue('teams') ?? []).map(({ team }: { team: string }) => team)
                  add({ team: freeName('team', taken), members: [] })
                }}
              >
                {n.addTeam}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
    </>
  )
}
