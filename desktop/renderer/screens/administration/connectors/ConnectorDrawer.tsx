import { Alert, App as AntApp, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { removeConnector, saveConnector } from '#shared/contract/connectors.ts'
import type { Connector } from '#shared/world/connectors.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAttempt } from '../use-attempt.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { ConnectorForm } from './ConnectorForm.tsx'
import { type ConnectorFields, connectorOf, fieldsOf, freeId, newFields, type Sample } from './entry.ts'
import { TrySample } from './TrySample.tsx'

interface Props {
  /** Undefined: a new one. */
  connector: (Connector & { changedAt: number }) | undefined
  sample: Sample | undefined
  taken: ReadonlySet<string>
  saved(): void
  close(): void
}

/** One connector, tried on a sample while it is written. */
export function ConnectorDrawer({ connector, sample: first, taken, saved, close }: Props) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const c = a.connectors
  const { modal } = AntApp.useApp()
  const [form] = Form.useForm<ConnectorFields>()
  const [sample, setSample] = useState<Sample>(first ?? { topic: '', payload: '' })
  const { busy, problem, attempt } = useAttempt(saved)
  const { setDirty, leave } = useUnsaved(busy, close)
  // What is saved is meant for what was seen when it was opened.
  const [seen] = useState(connector?.changedAt)
  const save = (typed: ConnectorFields) =>
    attempt(async () => {
      const whole = connectorOf(typed, connector?.connector ?? freeId(taken))
      await center.ask(saveConnector, { connector: whole, ...(seen === undefined ? {} : { seen }) })
    }, c.saved)
  const remove = (known: Connector) =>
    modal.confirm({
      title: c.removeTitle(known.name),
      content: c.removeText,
      okText: c.remove,
      okButtonProps: { danger: true },
      cancelText: a.cancel,
      onOk: () => attempt(() => center.ask(removeConnector, { connector: known.connector }), c.removed),
    })
  const begun = connector ? fieldsOf(connector) : { ...newFields(), ...(first && { topic: first.topic }) }
  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={760}
      title={connector ? c.edit(connector.name) : c.create}
      onClose={leave}
      footer={
        <div className="admin-drawer-foot">
          {problem && <Alert className="rule-problem" type="error" showIcon title={t.errors[problem]} />}
          {connector && (
            <Button danger onClick={() => remove(connector)} disabled={busy}>
              {c.remove}
            </Button>
          )}
          <Button onClick={leave}>{a.cancel}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {c.save}
          </Button>
        </div>
      }
    >
      <Form<ConnectorFields>
        form={form}
        layout="vertical"
        initialValues={begun}
        onValuesChange={() => setDirty(true)}
        onFinish={(typed) => void save(typed)}
        scrollToFirstError={{ focus: true }}
      >
        <ConnectorForm />
        <TrySample sample={sample} change={setSample} />
        <button type="submit" hidden />
      </Form>
    </Drawer>
  )
}
