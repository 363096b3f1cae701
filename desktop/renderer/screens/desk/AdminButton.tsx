import { useSpeech } from '../../i18n/language.ts'
import { goToAdmin, leaveAdmin, pagesFor, useAdminPage } from '../../store/admin-link.ts'
import { useCenterState } from '../../store/hooks.ts'

/** To administration and back, for whoever may see something of it. */
export function AdminButton() {
  const { t } = useSpeech()
  const permissions = useCenterState((s) => s.user?.permissions) ?? []
  const [first] = pagesFor(permissions)
  const open = useAdminPage(permissions) !== undefined
  if (!first) return null
  return (
    <button type="button" className="top-button top-admin" onClick={() => (open ? leaveAdmin() : goToAdmin(first))}>
      {open ? t.top.desk : t.top.admin}
    </button>
  )
}
