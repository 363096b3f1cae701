import { Alert, App as AntApp, Button, Drawer, Form } from 'antd'
import { useEffect, useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { changeDevice, registerDevice } from '#shared/contract/registry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { DeviceHistory } from '../../../panels/detail/DeviceHistory.tsx'
import { type AskCode, AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { DeviceFacts } from './DeviceFacts.tsx'
import { DeviceForm } from './DeviceForm.tsx'
import { type DeviceFields, entryFrom, fieldRefused, fieldsOf, NEW_DEVICE } from './entry.ts'
import { KeeperPhone } from './KeeperPhone.tsx'
import type { ArchiveRow } from './use-archive.ts'
import '../../../panels/detail/detail.css'
import './devices.css'

interface Props {
  /** Undefined: a new one, or one that is gone. */
  row: ArchiveRow | undefined
  isNew: boolean
  hasSecret: boolean
  groups: string[]
  changed(): void
  close(): void
}

/** One device: all that is known of it, and what can be done with it. */
export function DeviceDrawer({ row, isNew, hasSecret, groups, changed, close }: Props) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const d = a.devices
  const { message } = AntApp.useApp()
  const [form] = Form.useForm<DeviceFields>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  // What is saved is meant for what was seen when it was opened.
  const [seen, setSeen] = useState(row)
  const { setDirty, leave } = useUnsaved(busy, close)
  const [typed, setTyped] = useState(false)
  const isRetired = row?.retired !== undefined

  const save = async (fields: DeviceFields) => {
    setBusy(true)
    setProblem(undefined)
    const phone = fields.phone?.trim()
    const entry = { ...entryFrom(fields, seen?.entry), ...(phone ? { phone } : {}) }
    try {
      if (isNew) await center.ask(registerDevice, entry)
      else await center.ask(changeDevice, { ...entry, seen: seen?.changedAt ?? 0 })
      message.success(isNew ? d.created(entry.name) : d.saved)
      changed()
      close()
    } catch (error) {
      setBusy(false)
      const { code, details } = error instanceof AskError ? error : new AskError('internal')
      const atFields = fieldRefused(code, details)
      const said = code === 'input.invalid' ? a.users.invalid : t.errors[code]
      if (atFields.length === 0) return setProblem(code)
      form.setFields(atFields.map((name) => ({ name, errors: [said] })))
      form.scrollToField(atFields[0], { focus: true })
    }
  }
  const loadNewest = () => {
    form.resetFields()
    if (row) form.setFieldsValue(fieldsOf(row.entry))
    setSeen(row)
    setProblem(undefined)
    setTyped(false)
    setDirty(false)
  }
  // A service that was recorded here, or a change of somebody else: while nothing is typed, the newest is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it has changed
  useEffect(() => {
    if (row && seen && !typed && row.changedAt !== seen.changedAt) loadNewest()
  }, [row?.changedAt])

  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={680}
      title={seen ? d.edit(seen.entry.name) : d.create}
      onClose={leave}
      footer={
        <div className="admin-drawer-foot">
          <Button onClick={leave}>{isRetired ? d.close : a.cancel}</Button>
          {!isRetired && (
            <Button type="primary" loading={busy} onClick={form.submit}>
              {a.save}
            </Button>
          )}
        </div>
      }
    >
      {!isNew && !row && <Alert type="warning" showIcon title={d.gone} />}
      {problem && (
        <Alert
          type="error"
          showIcon
          title={t.errors[problem]}
          action={
            problem === 'device.changed' && (
              <Button size="small" onClick={loadNewest}>
                {d.loadNewest}
              </Button>
            )
          }
        />
      )}
      {row && <DeviceFacts row={row} hasSecret={hasSecret} changed={changed} close={close} />}
      <Form<DeviceFields>
        form={form}
        layout="vertical"
        className="device-form"
        disabled={isRetired}
        initialValues={seen ? fieldsOf(seen.entry) : NEW_DEVICE}
        onValuesChange={() => {
          setTyped(true)
          setDirty(true)
        }}
        onFinish={(fields) => void save(fields)}
        scrollToFirstError={{ focus: true }}
      >
        <DeviceForm isNew={isNew} groups={groups} phone={seen && <KeeperPhone device={seen.id} />} />
        <button type="submit" hidden />
      </Form>
      {seen && <DeviceHistory device={seen.id} kind={deviceKinds.get(seen.entry.kind)} />}
    </Drawer>
  )
}
