import { Alert, App as AntApp, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { changeUser, createUser } from '#shared/contract/users.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { type AskCode, AskError } from '../../../store/ask.ts'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { entryOf, fieldsOf, type KnownUser, NEW_USER, type UserFields } from './entry.ts'
import { UserForm } from './UserForm.tsx'

type Typed = UserFields & { password: string }

interface Props {
  /** Undefined: a new one. Always the newest that is known of it. */
  user: KnownUser | undefined
  saved(): void
  close(): void
  /** The list is to be asked for anew: somebody else has changed it. */
  outdated(): void
}

/** One user, new or changed. What was typed is only given up when somebody says so. */
export function UserDrawer({ user, saved, close, outdated }: Props) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const u = a.users
  const { message } = AntApp.useApp()
  const own = useCenterState((s) => s.user?.account)
  const [form] = Form.useForm<Typed>()
  const [began] = useState(user)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const { setDirty, leave } = useUnsaved(busy, close)

  const save = async ({ password, ...fields }: Typed) => {
    setBusy(true)
    setProblem(undefined)
    try {
      if (began) await center.ask(changeUser, { ...entryOf(fields, began), seen: (user ?? began).changedAt })
      else await center.ask(createUser, { ...entryOf(fields), password })
      message.success(began ? u.saved : u.created(fields.account))
      saved()
    } catch (error) {
      setBusy(false)
      const { code, details } = error instanceof AskError ? error : new AskError('internal')
      if (code === 'account.changed' || code === 'account.unknown') outdated()
      const atFields = fieldsRefused(code, details)
      if (atFields.length === 0) return setProblem(code)
      form.setFields(
        atFields.map((name) => ({ name, errors: [code === 'input.invalid' ? u.invalid : t.errors[code]] })),
      )
      form.scrollToField(atFields[0], { focus: true })
    }
  }

  const loadNewest = () => {
    if (user) form.setFieldsValue(fieldsOf(user))
    setProblem(undefined)
    setDirty(false)
  }

  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={560}
      title={began ? u.changeTitle(began.account) : u.create}
      onClose={leave}
      footer={
        <div className="admin-drawer-foot">
          <Button onClick={leave}>{a.cancel}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {a.save}
          </Button>
        </div>
      }
    >
      {began?.account === own && <Alert type="warning" showIcon title={u.own} />}
      {problem && (
        <Alert
          type="error"
          showIcon
          title={
            problem === 'account.unknown'
              ? u.gone
              : problem === 'account.changed'
                ? u.changedMeanwhile
                : t.errors[problem]
          }
          action={
            problem === 'account.changed' && (
              <Button size="small" onClick={loadNewest}>
                {u.loadNewest}
              </Button>
            )
          }
        />
      )}
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={began ? fieldsOf(began) : NEW_USER}
        onValuesChange={() => setDirty(true)}
        onFinish={(fields) => void save(fields)}
        scrollToFirstError={{ focus: true }}
      >
        <UserForm isNew={!began} validBefore={began ? fieldsOf(began).validDay : ''} />
        <button type="submit" hidden />
      </Form>
    </Drawer>
  )
}

const FIELDS: Record<string, keyof Typed> = { validUntil: 'validDay' }

/** The fields that a refusal of the server is about. */
function fieldsRefused(code: AskCode, details: Record<string, unknown>): (keyof Typed)[] {
  if (code === 'account.exists') return ['account']
  if (code === 'password.weak') return ['password']
  if (code !== 'input.invalid') return []
  const issues = (details.issues ?? []) as { path: string }[]
  return issues
    .map(({ path }) => FIELDS[path] ?? (path as keyof Typed))
    .filter((name) => name in NEW_USER || name === 'password')
}
