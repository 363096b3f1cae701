import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { setUp } from '#shared/contract/session.ts'
import { useSpeech } from '../../i18n/language.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'

interface Fields {
  code: string
  name: string
  account: string
  password: string
}

/** The first start of a real site: the one who reads the server's output becomes its administrator. */
export function SetUp({ code, done }: { code: string | undefined; done: () => void }) {
  const center = useCenter()
  const { t } = useSpeech()
  const [problem, setProblem] = useState<AskCode>()
  const [busy, setBusy] = useState(false)
  const required = { required: true, message: t.setUp.required }

  const create = async ({ code, name, account, password }: Fields) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await center.ask(setUp, { code: code.trim(), name: name.trim(), account, password })
      await center.signIn(account, password)
    } catch (error) {
      const found = error instanceof AskError ? error.code : 'internal'
      if (found === 'setup.done') done()
      setProblem(found)
      setBusy(false)
    }
  }

  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ code }}
      onFinish={(fields) => void create(fields)}
    >
      <h2>{t.setUp.title}</h2>
      <p className="dim">{t.setUp.hint}</p>
      <Form.Item name="code" label={t.setUp.code} rules={[required]}>
        <Input autoComplete="off" autoFocus={!code} />
      </Form.Item>
      <Form.Item name="name" label={t.setUp.name} rules={[required]}>
        <Input autoComplete="name" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="account"
        label={t.signIn.account}
        rules={[required, { pattern: /^[a-z][a-z0-9._-]{1,31}$/, message: t.setUp.accountRule }]}
      >
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t.signIn.password}
        rules={[required, { min: 10, message: t.setUp.passwordRule }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t.setUp.repeat}
        dependencies={['password']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t.setUp.differs)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {problem && <Alert className="entrance-problem" type="error" title={t.errors[problem]} showIcon />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t.setUp.submit}
      </Button>
    </Form>
  )
}
