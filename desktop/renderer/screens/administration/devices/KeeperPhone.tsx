import { App as AntApp, Button } from 'antd'
import { useState } from 'react'
import { readKeeperPhone } from '#shared/contract/registry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { codeOf } from '../use-answer.ts'

/** The number of whoever looks after a device: shown when somebody asks for it, and that is on record. */
export function KeeperPhone({ device }: { device: string }) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const { message } = AntApp.useApp()
  const [phone, setPhone] = useState<string>()
  const show = async () => {
    try {
      setPhone((await center.ask(readKeeperPhone, { device })).phone ?? a.none)
    } catch (error) {
      message.error(t.errors[codeOf(error)])
    }
  }
  return (
    <span className="device-phone">
      {phone ?? '••• •••• ••••'}
      {phone === undefined && (
        <Button type="link" size="small" onClick={() => void show()}>
          {a.devices.phoneShow}
        </Button>
      )}
      <span>{a.devices.phoneHint}</span>
    </span>
  )
}
