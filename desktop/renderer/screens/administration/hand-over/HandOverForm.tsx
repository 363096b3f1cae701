import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { listHandlers } from '#shared/contract/alarms.ts'
import { handOverShift } from '#shared/contract/hand-overs.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { useAnswer } from '../use-answer.ts'
import { useAttempt } from '../use-attempt.ts'

/** To whom, and what has to be said with it. */
export function HandOverForm({ done }: { done(handOver: string): void }) {
  const { t } = useSpeech()
  const o = useAdminTexts().handOver
  const center = useCenter()
  const account = useCenterState((s) => s.user?.account)
  const { value } = useAnswer(listHandlers)
  const [to, setTo] = useState<string>()
  const [note, setNote] = useState('')
  const { busy, problem, attempt } = useAttempt(() => {})
  const people = useMemo(
    () =>
      (value?.people ?? [])
        .filter((one) => one.account !== account)
        .map((one) => ({ value: one.account, label: `${one.name} (${one.account})` })),
    [value, account],
  )
  const send = () =>
    attempt(async () => {
      const said = note.trim()
      const { handOver } = await center.ask(handOverShift, { to: to ?? '', ...(said && { note: said }) })
      done(handOver)
    }, o.handedOver)
  return (
    <div className="handover-form">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={o.to}
        placeholder={o.choose}
        value={to ?? null}
        onChange={(chosen) => setTo(chosen ?? undefined)}
        options={people}
      />
      <Input.TextArea
        aria-label={o.note}
        placeholder={o.note}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="primary" disabled={to === undefined} loading={busy} onClick={() => void send()}>
        {o.handOver}
      </Button>
      {problem && <span role="alert">{t.errors[problem]}</span>}
    </div>
  )
}
