import { Alert, App as AntApp, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { resetPassword } from '#shared/contract/users.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { PasswordFields } from '../PasswordFields.tsx'
import { generatePassword } from '../password-rules.ts'
import { codeOf } from '../use-answer.ts'

/** A new password for somebody who has lost theirs. */
export function ResetPassword({ account, close }: { account: string; close(): void }) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const { message } = AntApp.useApp()
  const [form] = Form.useForm<{ password: string; repeat: string }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const [generated, setGenerated] = useState<string>()

  const save = async ({ password }: { password: string }) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await center.ask(resetPassword, { account, password })
      message.success(a.password.resetDone(account))
      close()
    } catch (error) {
      setProblem(codeOf(error))
      setBusy(false)
    }
  }
  const generate = () => {
    const password = generatePassword(account)
    form.setFieldsValue({ password, repeat: password })
    void form.validateFields()
    setGenerated(password)
  }

  return (
    <Modal
      open
      title={a.users.resetTitle(account)}
      okText={a.save}
      cancelText={a.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
      mask={{ closable: false }}
      width={460}
    >
      <p className="dim">{a.users.resetHint}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void save(fields)}>
        <PasswordFields label={a.password.fresh} account={account} />
        <p>
          <Button size="small" onClick={generate}>
            {a.password.generate}
          </Button>{' '}
          {generated && (
            <>
              <code className="admin-generated">{generated}</code> <span className="dim">{a.password.generated}</span>
            </>
          )}
        </p>
        {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
