import { Form, Input } from 'antd'
import { changePassword } from '#shared/contract/session.ts'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { AskCode } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'
import { AntDressed } from '../../theme/AntDressed.tsx'
import { say } from '../../theme/notice.ts'
import { PasswordDialog } from './PasswordDialog.tsx'

interface Fields {
  current: string
  password: string
}

/** Everybody's own password. */
export function OwnPassword(wish: { account: string; close(): void }) {
  return (
    <AntDressed>
      <OwnPasswordDialog {...wish} />
    </AntDressed>
  )
}

function OwnPasswordDialog({ account, close }: { account: string; close(): void }) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const [form] = Form.useForm<Fields>()

  const save = async ({ current, password }: Fields) => {
    await center.ask(changePassword, { current, password })
    say('good', a.password.done)
  }
  const fieldOf = (code: AskCode) => {
    if (code === 'access.wrong') return { name: 'current', message: a.password.wrong } as const
    if (code === 'password.weak') return { name: 'password', message: t.errors[code] } as const
    return undefined
  }

  return (
    <PasswordDialog
      account={account}
      title={a.password.own}
      hint={a.password.ownHint}
      form={form}
      before={
        <>
          {/* For password keepers: whose password it is. */}
          <input type="text" autoComplete="username" value={account} readOnly hidden />
          <Form.Item name="current" label={a.password.current} rules={[{ required: true, message: a.users.required }]}>
            <Input.Password autoComplete="current-password" autoFocus maxLength={200} />
          </Form.Item>
        </>
      }
      fieldOf={fieldOf}
      save={save}
      close={close}
    />
  )
}
