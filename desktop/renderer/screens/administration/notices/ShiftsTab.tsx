import { Button, Form } from 'antd'
import { useMemo, useState } from 'react'
import { saveShifts } from '#shared/contract/notices.ts'
import type { Shifts } from '#shared/world/shifts.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'
import { useDoing } from '../use-doing.ts'
import { ShiftFields } from './ShiftFields.tsx'
import type { Person } from './StepFields.tsx'
import { calendarOf, fieldsOf, type ShiftsFields } from './shift-entry.ts'
import { TurnFields } from './TurnFields.tsx'

interface Props {
  known: Shifts & { changedAt?: number | undefined }
  people: readonly Person[]
  now: { shift?: string | undefined; accounts: readonly string[] }
  again(): void
}

/** The shift calendar: when shifts begin, who serves together, whose turn it is. */
export function ShiftsTab({ known, people, now, again }: Props) {
  const center = useCenter()
  const n = useAdminTexts().notices
  const [form] = Form.useForm<ShiftsFields>()
  // What is saved is meant for what was seen when it was shown.
  const [begun, setBegun] = useState(known)
  const [isTouched, setTouched] = useState(false)
  const { busy, doing } = useDoing(again)
  if (!isTouched && !busy && known.changedAt !== begun.changedAt) {
    setBegun(known)
    form.setFieldsValue(fieldsOf(known))
  }
  const fields = useMemo(() => fieldsOf(begun), [begun])
  const save = async () => {
    // Also what no field shows: the names by which shifts and teams are known.
    const shifts = calendarOf(form.getFieldsValue(true))
    const seen = begun.changedAt === undefined ? {} : { seen: begun.changedAt }
    await doing(async () => {
      await center.ask(saveShifts, { shifts, ...seen })
      setTouched(false)
      say('good', n.saved)
    })
  }
  const shift = begun.shifts.find((one) => one.shift === now.shift)
  const names = now.accounts.map((account) => people.find((one) => one.account === account)?.name ?? account)
  return (
    <div className="notice-shifts">
      <p className={shift ? '' : 'dim'}>
        {shift ? n.nowOn(shift.name, names.length > 0 ? names.join('、') : n.nobodyOn) : n.noShift}
      </p>
      <Form<ShiftsFields>
        form={form}
        initialValues={fields}
        onValuesChange={() => setTouched(true)}
        onFinish={() => void save()}
        scrollToFirstError={{ focus: true }}
      >
        <ShiftFields people={people} />
        <TurnFields />
        <div className="admin-bar">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!isTouched}>
            {n.save}
          </Button>
        </div>
      </Form>
    </div>
  )
}
