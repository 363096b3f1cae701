import { Alert, App as AntApp, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { serviceDevice } from '#shared/contract/registry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dayOf } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { codeOf } from '../use-answer.ts'
import { isDay } from './is-day.ts'
import type { ArchiveRow } from './use-archive.ts'

interface Fields {
  on: string
  who?: string
  note?: string
  next?: string
}

/** That a device was looked after, and when it is to be again. */
export function ServiceDialog({ row: { entry }, done, close }: { row: ArchiveRow; done(): void; close(): void }) {
  const center = useCenter()
  const { t, language } = useSpeech()
  const d = useAdminTexts().devices
  const { message } = AntApp.useApp()
  const own = useCenterState((s) => s.user?.name)
  const [form] = Form.useForm<Fields>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const task = deviceKinds.get(entry.kind)?.upkeep.task[language] ?? ''
  const save = async ({ on, who, note, next }: Fields) => {
    setBusy(true)
    try {
      await center.ask(serviceDevice, {
        device: entry.device,
        on,
        ...(who ? { who } : {}),
        ...(note ? { note } : {}),
        ...(next ? { next } : {}),
      })
      message.success(d.serviced)
      close()
      done()
    } catch (error) {
      setBusy(false)
      setProblem(codeOf(error))
    }
  }
  return (
    <Modal
      open
      title={d.serviceTitle(entry.name)}
      okText={d.service}
      okButtonProps={{ loading: busy }}
      onOk={form.submit}
      onCancel={() => !busy && close()}
    >
      {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ on: dayOf(center.now()), who: entry.keeper ?? own, note: task }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="on"
          label={d.serviceOn}
          rules={[{ required: true, message: d.required }, isDay('on', d.badDate)]}
        >
          <Input type="date" max={dayOf(center.now())} />
        </Form.Item>
        <Form.Item name="who" label={d.serviceWho}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="note" label={d.serviceNote}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="next" label={d.serviceNext} extra={d.serviceNextHint} rules={[isDay('next', d.badDate)]}>
          <Input type="date" max="9999-12-31" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
