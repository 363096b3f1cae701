import { Alert, Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { AskCode } from '../../store/ask.ts'

interface EditDrawerProps {
  title: string
  size: number
  busy: boolean
  problem: AskCode | undefined
  words: { remove: string; save: string }
  /** Absent: there is nothing yet that could go. */
  remove?: (() => void) | undefined
  save(): void
  leave(): void
  children: ReactNode
}

/** Where one thing of a list is written: it is saved, given up, or removed. */
export function EditDrawer({ title, size, busy, problem, words, remove, save, leave, children }: EditDrawerProps) {
  const { t } = useSpeech()
  const a = useAdminTexts()
  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={size}
      title={title}
      onClose={leave}
      footer={
        <div className="admin-drawer-foot">
          {problem && <Alert className="rule-problem" type="error" showIcon title={t.errors[problem]} />}
          {remove && (
            <Button danger onClick={remove} disabled={busy}>
              {words.remove}
            </Button>
          )}
          <Button onClick={leave}>{a.cancel}</Button>
          <Button type="primary" loading={busy} onClick={save}>
            {words.save}
          </Button>
        </div>
      }
    >
      {children}
    </Drawer>
  )
}
