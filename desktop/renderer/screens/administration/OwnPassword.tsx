import { Alert, App as AntApp, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { changePassword } from '#shared/contract/session.ts'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { AskCode } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'
import { PasswordFields } from './PasswordFields.tsx'
import { codeOf } from './use-answer.ts'
import './forms.css'

interface Fields {
  current: string
  password: string
}

/** Everybody's own password. */
export function OwnPassword({ account, close }: { account: string; close(): void }) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const { message } = AntApp.useApp()
  const [form] = Form.useForm<Fields>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()

  const save = async ({ current, password }: Fields) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await center.ask(changePassword, { current, password })
      message.success(a.password.done)
      close()
    } catch (error) {
      const code = codeOf(error)
      if (code === 'access.wrong') form.setFields([{ name: 'current', errors: [a.password.wrong] }])
      else if (code === 'password.weak') form.setFields([{ name: 'password', errors: [t.errors[code]] }])
      else setProblem(code)
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={a.password.own}
      okText={a.save}
      cancelText={a.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
      mask={{ closable: false }}
      width={440}
    >
      <p className="dim">{a.password.ownHint}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void save(fields)}>
        {/* For password keepers: whose password it is. */}
        <input type="text" autoComplete="username" value={account} readOnly hidden />
        <Form.Item name="current" label={a.password.current} rules={[{ required: true, message: a.users.required }]}>
          <Input.Password autoComplete="current-password" autoFocus maxLength={200} />
        </Form.Item>
        <PasswordFields label={a.password.fresh} account={account} />
        {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
        {/* Enter in a field submits. */}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
