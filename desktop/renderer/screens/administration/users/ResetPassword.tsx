import { App as AntApp, Button, Form } from 'antd'
import { useState } from 'react'
import { resetPassword } from '#shared/contract/users.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { PasswordDialog } from '../PasswordDialog.tsx'
import { generatePassword } from '../password-rules.ts'

interface Fields {
  password: string
  repeat: string
}

/** A new password for somebody who has lost theirs. */
export function ResetPassword({ account, close }: { account: string; close(): void }) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const { message } = AntApp.useApp()
  const [form] = Form.useForm<Fields>()
  const [generated, setGenerated] = useState<string>()

  const save = async ({ password }: Fields) => {
    await center.ask(resetPassword, { account, password })
    message.success(a.password.resetDone(account))
  }
  const fieldOf = (code: AskCode) =>
    code === 'password.weak' ? ({ name: 'password', message: t.errors[code] } as const) : undefined
  const generate = () => {
    const password = generatePassword(account)
    form.setFieldsValue({ password, repeat: password })
    void form.validateFields()
    setGenerated(password)
  }

  return (
    <PasswordDialog
      account={account}
      title={a.users.resetTitle(account)}
      hint={a.users.resetHint}
      form={form}
      after={
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
      }
      fieldOf={fieldOf}
      save={save}
      close={close}
    />
  )
}
