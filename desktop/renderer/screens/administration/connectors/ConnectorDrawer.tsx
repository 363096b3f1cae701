import { App as AntApp, Form } from 'antd'
import { useState } from 'react'
import { removeConnector, saveConnector } from '#shared/contract/connectors.ts'
import type { Connector } from '#shared/world/connectors.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter } from '../../../store/hooks.ts'
import { EditDrawer } from '../EditDrawer.tsx'
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
    <EditDrawer
      title={connector ? c.edit(connector.name) : c.create}
      size={760}
      busy={busy}
      problem={problem}
      words={c}
      remove={connector && (() => remove(connector))}
      save={form.submit}
      leave={leave}
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
    </EditDrawer>
  )
}
