import { Checkbox, Form, Input, InputNumber, Select, Switch, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { RoleName } from '#shared/contract/roles.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dayOf } from '../../../i18n/format.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { PasswordFields } from '../PasswordFields.tsx'
import { dutyPlaces } from './duty-places.ts'

const PHONE = /^\s*\+?\d[\d -]+\d\s*$/

/** All that is known of a user (GB/T 42455.1 7.3.2 b), field by field. `validBefore`: the last day as it was. */
export function UserForm({ isNew, validBefore }: { isNew: boolean; validBefore: string }) {
  const a = useAdminTexts()
  const u = a.users
  const center = useCenter()
  const site = useSite()
  const account: string = Form.useWatch('account') ?? ''
  const duty: string = Form.useWatch('duty') ?? ''
  const idleNever: boolean = Form.useWatch('idleNever') ?? false
  const places = useMemo(() => dutyPlaces(site, u.wholeCommunity, duty), [site, u.wholeCommunity, duty])
  const required = { required: true, whitespace: true, message: u.required }
  const today = dayOf(center.now())
  return (
    <div className="admin-fields">
      <Form.Item
        name="account"
        label={u.account}
        rules={[
          { required: true, message: u.required },
          { pattern: /^[a-z][a-z0-9._-]{1,31}$/, message: u.accountRule },
        ]}
      >
        <Input disabled={!isNew} autoFocus={isNew} maxLength={32} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label={u.name} rules={[required]}>
        <Input autoFocus={!isNew} maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={u.role}>
        <Select options={RoleName.options.map((role) => ({ value: role, label: a.roles[role] }))} />
      </Form.Item>
      <Form.Item name="phone" label={u.phone} rules={[{ pattern: PHONE, message: u.phoneRule }]}>
        <Input type="tel" maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item name="mail" label={u.mail} rules={[{ type: 'email', message: u.mailRule }]}>
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="duty" label={u.duty} extra={u.dutyHint} className="wide">
        <TreeSelect showSearch={{ treeNodeFilterProp: 'title' }} treeData={places} treeExpandAction="click" />
      </Form.Item>
      <Form.Item
        name="validDay"
        label={u.valid}
        extra={u.validHint}
        rules={[
          {
            validator: (_, day: string = '') =>
              day === '' || day >= today || day === validBefore
                ? Promise.resolve()
                : Promise.reject(new Error(u.validRule)),
          },
        ]}
      >
        <Input type="date" max="9999-12-31" allowClear />
      </Form.Item>
      <Form.Item
        name="maxSessions"
        label={u.sessions}
        rules={[{ type: 'integer', min: 1, max: 50, required: true, message: u.sessionsRule }]}
      >
        <InputNumber className="fill" />
      </Form.Item>
      <Form.Item
        name="idleMinutes"
        label={u.idle}
        rules={[{ type: 'integer', min: 1, max: 1440, required: !idleNever, message: u.idleRule }]}
      >
        <InputNumber<number> className="fill" disabled={idleNever} suffix={u.minutes} />
      </Form.Item>
      <Form.Item name="idleNever" valuePropName="checked" label=" " colon={false} extra={u.idleHint}>
        <Checkbox>{u.idleNever}</Checkbox>
      </Form.Item>
      {isNew && <PasswordFields label={a.password.first} account={account.trim()} />}
      <Form.Item name="disabled" valuePropName="checked" label={u.disabled} extra={u.disabledHint} layout="horizontal">
        <Switch size="small" />
      </Form.Item>
    </div>
  )
}
