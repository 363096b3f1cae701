import { Tag } from 'antd'
import type { Due, Reminder } from '#models/due.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'

const COLORS: Record<Reminder, string> = { overdue: 'error', due: 'warning', ending: 'orange', warranty: 'default' }

/** What an asset is to be reminded of, in a word each. */
export function DueWords({ due }: { due: Due }) {
  const d = useAdminTexts().devices
  if (due.reminders.length === 0) return <span className="dim">{due.service}</span>
  return (
    <>
      {due.reminders.map((reminder) => (
        <Tag key={reminder} color={COLORS[reminder]}>
          {d.reminders[reminder]}
        </Tag>
      ))}
    </>
  )
}
