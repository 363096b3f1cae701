import { Alert, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { AskCode } from '../../store/ask.ts'
import { PasswordFields } from './PasswordFields.tsx'
import { codeOf } from './use-answer.ts'
import './forms.css'

interface PasswordDialogProps<Fields extends object> {
  account: string
  title: string
  hint: string
  form: FormInstance<Fields>
  /** Before the new password, and after it. */
  before?: ReactNode
  after?: ReactNode
  /** Where a refusal belongs to a field, its message is put there. */
  fieldOf(code: AskCode): { name: keyof Fields; message: string } | undefined
  save(fields: Fields): Promise<void>
  close(): void
}

/** A new password, whoever sets it: what is refused is said, and nothing that was typed is lost by it. */
export function PasswordDialog<Fields extends object>(props: PasswordDialogProps<Fields>) {
  const { account, title, hint, form, before, after, fieldOf, save, close } = props
  const { t } = useSpeech()
  const a = useAdminTexts()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()

  const submit = async (fields: Fields) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await save(fields)
      close()
    } catch (error) {
      const code = codeOf(error)
      const field = fieldOf(code)
      if (field) form.setFields([{ name: field.name as never, errors: [field.message] }])
      else setProblem(code)
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={title}
      okText={a.save}
      cancelText={a.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
      mask={{ closable: false }}
      width={460}
    >
      <p className="dim">{hint}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
        {before}
        <PasswordFields label={a.password.fresh} account={account} />
        {after}
        {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
        {/* Enter in a field submits. */}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
