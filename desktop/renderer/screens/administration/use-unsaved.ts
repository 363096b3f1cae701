import { App as AntApp } from 'antd'
import { useEffect, useState } from 'react'
import { useAdminTexts } from '../../i18n/admin/speech.ts'

/** What was typed is only given up when somebody says so: neither by leaving the drawer, nor by leaving the page. */
export function useUnsaved(busy: boolean, close: () => void): { setDirty(dirty: boolean): void; leave(): void } {
  const a = useAdminTexts()
  const { modal } = AntApp.useApp()
  const [dirty, setDirty] = useState(false)
  useEffect(() => {
    if (!dirty) return
    const keep = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', keep)
    return () => removeEventListener('beforeunload', keep)
  }, [dirty])
  const leave = () => {
    if (busy) return
    if (!dirty) {
      close()
      return
    }
    modal.confirm({
      title: a.discard.title,
      content: a.discard.text,
      okText: a.discard.yes,
      okButtonProps: { danger: true },
      cancelText: a.discard.no,
      onOk: close,
    })
  }
  return { setDirty, leave }
}
