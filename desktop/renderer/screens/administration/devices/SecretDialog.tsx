import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'

/** A secret, this once. */
export function SecretDialog({ name, secret, close }: { name: string; secret: string; close(): void }) {
  const d = useAdminTexts().devices
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <Modal
      open
      title={d.secretTitle(name)}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {d.close}
        </Button>
      }
    >
      <p>{d.secretHint}</p>
      <p className="device-secret">
        <code>{secret}</code>
        <Button size="small" onClick={() => void copy().catch(() => setCopied(false))}>
          {copied ? d.copied : d.copy}
        </Button>
      </p>
    </Modal>
  )
}
