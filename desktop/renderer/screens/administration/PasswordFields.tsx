import { Form, Input } from 'antd'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { LONGEST_PASSWORD, type PasswordRule, passwordRules, unmet } from './password-rules.ts'

/** A new password and once more, with what is asked of it told before anything is refused. */
export function PasswordFields({ label, account }: { label: string; account: string }) {
  const a = useAdminTexts()
  const password: string = Form.useWatch('password') ?? ''
  return (
    <>
      <Form.Item
        name="password"
        label={label}
        extra={<Rules password={password} account={account} />}
        rules={[
          { required: true, message: a.users.required },
          { max: LONGEST_PASSWORD, message: a.password.tooLong },
          {
            validator: (_, value: string = '') => {
              const [first] = value === '' ? [] : unmet(value, account)
              return first ? Promise.reject(new Error(a.password.rules[first])) : Promise.resolve()
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={a.password.repeat}
        dependencies={['password']}
        rules={[
          { required: true, message: a.users.required },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(a.password.differs)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

function Rules({ password, account }: { password: string; account: string }) {
  const a = useAdminTexts()
  const open = unmet(password, account)
  return (
    <ul className="admin-rules">
      {(Object.keys(passwordRules) as PasswordRule[]).map((rule) => (
        <li key={rule} className={open.includes(rule) ? '' : 'met'}>
          <span role="img" aria-label={open.includes(rule) ? a.password.open : a.password.met}>
            {open.includes(rule) ? '○' : '✓'}
          </span>{' '}
          {a.password.rules[rule]}
        </li>
      ))}
    </ul>
  )
}
