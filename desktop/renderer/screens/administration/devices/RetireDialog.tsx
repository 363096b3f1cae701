import { Alert, App as AntApp, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { retireDevice } from '#shared/contract/registry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useEach } from './use-each.ts'

interface Props {
  names: { id: string; name: string }[]
  done(): void
  close(): void
}

/** Nobody retires a device without saying why. */
export function RetireDialog({ names, done, close }: Props) {
  const center = useCenter()
  const d = useAdminTexts().devices
  const { message } = AntApp.useApp()
  const [form] = Form.useForm<{ reason: string; count?: string }>()
  const { running, problem, each } = useEach()
  const [first] = names
  const [isOver, setOver] = useState(false)
  const { world } = center
  const own = new Set(names.map(({ id }) => id))
  const gateways = new Set<string>()
  let behind = 0
  for (const { device, gateway } of world.world.devices.values()) {
    if (gateway === undefined || !own.has(gateway)) continue
    gateways.add(gateway)
    if (!own.has(device)) behind++
  }
  const retire = async ({ reason }: { reason: string }) => {
    // Those behind a gateway go before it.
    const inOrder = [...names].sort((a, b) => Number(gateways.has(a.id)) - Number(gateways.has(b.id)))
    const failed = await each(inOrder, ({ id }) => center.ask(retireDevice, { device: id, reason: reason.trim() }))
    setOver(true)
    if (failed > 0) return
    message.success(names.length === 1 && first ? d.retired(first.name) : d.bulkDone(names.length))
    close()
    done()
  }
  return (
    <Modal
      open
      title={names.length === 1 && first ? d.retireTitle(first.name) : d.bulkRetireTitle(names.length)}
      okText={running ?? d.retire}
      okButtonProps={{
        danger: true,
        loading: running !== undefined,
        disabled: behind > 0 || (isOver && problem !== undefined),
      }}
      onOk={form.submit}
      onCancel={() => {
        if (running !== undefined) return
        close()
        if (isOver) done()
      }}
    >
      <p>{d.retireText}</p>
      {behind > 0 && <Alert type="warning" showIcon title={d.gatewayInUse(behind)} />}
      {problem && <Alert type="error" showIcon title={problem} />}
      <Form form={form} layout="vertical" onFinish={(fields) => void retire(fields)}>
        {names.length > 1 && (
          <Form.Item
            name="count"
            label={d.typeCount(names.length)}
            rules={[
              {
                validator: (_, typed) =>
                  String(typed ?? '').trim() === String(names.length)
                    ? Promise.resolve()
                    : Promise.reject(new Error(d.typeCount(names.length))),
              },
            ]}
          >
            <Input inputMode="numeric" maxLength={6} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={d.reason} rules={[{ required: true, whitespace: true, message: d.required }]}>
          <Input autoFocus maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
