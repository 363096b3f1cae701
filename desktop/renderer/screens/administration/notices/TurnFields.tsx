import { Button, Form, Input, Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dayOf } from '../../../i18n/format.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { dutyPlaces } from '../users/duty-places.ts'
import type { ShiftsFields } from './shift-entry.ts'

/** Whose turn it is, and who stands in on a day. */
export function TurnFields() {
  const a = useAdminTexts()
  const n = a.notices
  const site = useSite()
  const center = useCenter()
  const form = Form.useFormInstance<ShiftsFields>()
  const shifts = Form.useWatch('shifts', { form, preserve: true }) ?? []
  const teams = Form.useWatch('teams', { form, preserve: true }) ?? []
  const root = site?.community.id ?? ''
  const places = useMemo(
    () => dutyPlaces(site, a.users.wholeCommunity, '').map((one) => (one.value === '' ? { ...one, value: root } : one)),
    [site, a, root],
  )
  const ofShifts = shifts.flatMap((one) => (one?.name ? [{ value: one.shift, label: one.name }] : []))
  const ofTeams = [
    { value: '', label: n.nobody },
    ...teams.flatMap((one) => (one?.name ? [{ value: one.team, label: one.name }] : [])),
  ]
  const required = [{ required: true, message: n.required }]
  const today = dayOf(center.now())
  const monday = mondayBefore(center.now())
  return (
    <>
      <fieldset className="notice-part">
        <legend>{n.turns}</legend>
        <p className="dim">{n.turnsHint}</p>
        <Form.List name="turns">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="notice-line notice-turn">
                  <Form.Item name={[name, 'shift']} rules={required}>
                    <Select placeholder={n.shift} aria-label={n.shift} options={ofShifts} />
                  </Form.Item>
                  <Form.Item name={[name, 'place']} rules={required}>
                    <TreeSelect treeData={places} aria-label={n.place} showSearch={{ treeNodeFilterProp: 'title' }} />
                  </Form.Item>
                  <Form.Item name={[name, 'from']} rules={required}>
                    <Input type="date" aria-label={n.since} />
                  </Form.Item>
                  <Form.Item name={[name, 'each']} rules={required}>
                    <Select
                      aria-label={n.each}
                      options={(['day', 'week'] as const).map((value) => ({ value, label: n.eachs[value] }))}
                    />
                  </Form.Item>
                  <Turns name={name} options={ofTeams} label={n.order} />
                  <Button type="text" aria-label={n.remove} onClick={() => remove(name)}>
                    ×
                  </Button>
                </div>
              ))}
              <Button
                size="small"
                disabled={ofShifts.length === 0 || ofTeams.length === 1}
                onClick={() =>
                  add({ shift: ofShifts[0]?.value, place: root, from: monday, each: 'day', teams: [ofTeams[1]?.value] })
                }
              >
                {n.addTurn}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <fieldset className="notice-part">
        <legend>{n.swaps}</legend>
        <p className="dim">{n.swapsHint}</p>
        <Form.List name="swaps">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="notice-line notice-swap">
                  <Form.Item name={[name, 'day']} rules={required}>
                    <Input type="date" aria-label={n.day} />
                  </Form.Item>
                  <Form.Item name={[name, 'shift']} rules={required}>
                    <Select placeholder={n.shift} aria-label={n.shift} options={ofShifts} />
                  </Form.Item>
                  <Form.Item name={[name, 'place']} rules={required}>
                    <TreeSelect treeData={places} aria-label={n.place} showSearch={{ treeNodeFilterProp: 'title' }} />
                  </Form.Item>
                  <Form.Item name={[name, 'team']}>
                    <Select placeholder={n.team} aria-label={n.team} options={ofTeams} />
                  </Form.Item>
                  <Button type="text" aria-label={n.remove} onClick={() => remove(name)}>
                    ×
                  </Button>
                </div>
              ))}
              <Button
                size="small"
                disabled={ofShifts.length === 0}
                onClick={() => add({ day: today, shift: ofShifts[0]?.value, place: root, team: '' })}
              >
                {n.addSwap}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
    </>
  )
}

/** Turns begin with a week that has begun, wherever the center's own midnight is. */
function mondayBefore(now: number): string {
  const date = new Date(now)
  const back = (date.getDay() + 6) % 7 || 7
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - back).getTime())
}

/** The teams in their order; one may come more than once. */
function Turns({ name, options, label }: { name: number; options: { value: string; label: string }[]; label: string }) {
  return (
    <div className="notice-order">
      <Form.List name={[name, 'teams']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, i) => (
              <Form.Item key={field.key} name={field.name}>
                <Select aria-label={`${label} ${i + 1}`} options={options} size="small" />
              </Form.Item>
            ))}
            <Button size="small" aria-label={`${label} +`} onClick={() => add('')}>
              +
            </Button>
            {fields.length > 1 && (
              <Button size="small" aria-label={`${label} −`} onClick={() => remove(fields.length - 1)}>
                −
              </Button>
            )}
          </>
        )}
      </Form.List>
    </div>
  )
}
