import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { z } from 'zod'
import { MailForm, WebhookForm } from '#shared/world/notice-channels.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { CHANNEL_KINDS, type ChannelFields, isHeaders, usualEvery } from './channel-entry.ts'
import { GatewayFields } from './GatewayFields.tsx'

const code = { spellCheck: false, autoComplete: 'off', className: 'notice-code' }

const Json = z.string().refine((text) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
})

/** What a channel is called, where it leads and how it speaks. */
export function ChannelForm({ isNew, hasSecret }: { isNew: boolean; hasSecret: boolean }) {
  const n = useAdminTexts().notices
  const form = Form.useFormInstance<ChannelFields>()
  const kind = Form.useWatch('kind', form) ?? 'webhook'
  const content = Form.useWatch('content', form)
  const required = [{ required: true, whitespace: true, message: n.required }]
  // As the center will judge it: all that is wrong is told at once, and not one after another by its refusals.
  const fits = (schema: z.ZodType, message: string) => ({
    validator: (_: unknown, text?: string) =>
      !text?.trim() || schema.safeParse(text).success ? Promise.resolve() : Promise.reject(new Error(message)),
  })
  const words = <K extends string>(all: readonly K[], names: Record<K, string>) =>
    all.map((value) => ({ value, label: names[value] }))
  return (
    <>
      <div className="notice-pair">
        <Form.Item name="name" label={n.name} rules={required}>
          <Input maxLength={60} autoFocus={isNew} />
        </Form.Item>
        <Form.Item name="kind" label={n.kind}>
          <Select
            disabled={!isNew}
            options={words(CHANNEL_KINDS, n.kinds)}
            onChange={(chosen) => form.setFieldValue('every', usualEvery(chosen))}
          />
        </Form.Item>
        <Form.Item name="every" label={n.every} extra={n.everyHint} rules={[{ required: true, message: n.required }]}>
          <InputNumber<number> className="fill" min={1} max={3600} />
        </Form.Item>
        <Form.Item name="language" label={n.language}>
          <Select options={words(['zh', 'en'], n.languages)} />
        </Form.Item>
      </div>
      {kind === 'mail' ? (
        <div className="notice-pair">
          <Form.Item name="host" label={n.host} rules={[...required, fits(MailForm.shape.host, n.badHost)]}>
            <Input maxLength={253} {...code} />
          </Form.Item>
          <Form.Item name="port" label={n.port} rules={[{ required: true, message: n.required }]}>
            <InputNumber<number> className="fill" min={1} max={65535} />
          </Form.Item>
          <Form.Item name="secure" label={n.secure}>
            <Select options={words(['tls', 'starttls', 'none'], n.secures)} />
          </Form.Item>
          <Form.Item name="from" label={n.from} rules={[...required, { type: 'email', message: n.required }]}>
            <Input maxLength={200} {...code} />
          </Form.Item>
          <Form.Item name="user" label={n.user}>
            <Input maxLength={200} {...code} />
          </Form.Item>
        </div>
      ) : (
        <>
          <Form.Item
            name="url"
            label={n.url}
            extra={n.urlHint}
            rules={[...required, fits(WebhookForm.shape.url, n.badUrl)]}
          >
            <Input maxLength={500} placeholder="https://" {...code} />
          </Form.Item>
          <div className="notice-pair">
            <Form.Item name="method" label={n.method}>
              <Select
                options={(kind === 'webhook' ? ['POST', 'PUT'] : ['POST', 'GET', 'PUT']).map((value) => ({ value }))}
              />
            </Form.Item>
            <Form.Item
              name="headers"
              label={n.headers}
              rules={[
                {
                  validator: (_, text = '') =>
                    isHeaders(text) ? Promise.resolve() : Promise.reject(new Error(n.badHeaders)),
                },
              ]}
            >
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} {...code} />
            </Form.Item>
          </div>
          <Form.Item
            name="body"
            label={n.body}
            extra={kind === 'webhook' ? n.bodyHint : n.gatewayBodyHint}
            rules={kind === 'webhook' || content === 'json' ? [fits(Json, n.badJson)] : []}
          >
            <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 10 }} {...code} />
          </Form.Item>
          {kind !== 'webhook' && <GatewayFields />}
        </>
      )}
      <div className="notice-pair">
        <Form.Item name="secret" label={n.secret[kind]} extra={hasSecret ? n.secretKept : undefined}>
          <Input.Password
            maxLength={500}
            autoComplete="new-password"
            placeholder={hasSecret ? '••••••' : n.secretNone}
          />
        </Form.Item>
        <Form.Item name="enabled" label={n.enabled} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <Form.Item name="trusted" label={n.trusted} rules={[fits(WebhookForm.shape.trusted, n.badTrusted)]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} placeholder="-----BEGIN CERTIFICATE-----" {...code} />
      </Form.Item>
    </>
  )
}
