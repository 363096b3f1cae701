import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { goToAdmin, leaveAdmin, pagesFor, useAdminPage } from '../../store/admin-link.ts'
import { useCommands } from '../../store/commands.ts'
import { useCenterState } from '../../store/hooks.ts'

const NONE: readonly string[] = []

/** To administration and back, for whoever may see something of it. */
export function AdminButton() {
  const { t } = useSpeech()
  const permissions = useCenterState((s) => s.user?.permissions ?? NONE)
  const [first] = pagesFor(permissions)
  const open = useAdminPage(permissions) !== undefined
  useCommands(
    useMemo(
      () =>
        pagesFor(permissions).map((page) => ({
          id: `admin ${page}`,
          name: t.commands.admin(t.adminPages[page]),
          run: () => goToAdmin(page),
        })),
      [permissions, t],
    ),
  )
  if (!first) return null
  return (
    <button type="button" className="top-button top-admin" onClick={() => (open ? leaveAdmin() : goToAdmin(first))}>
      {open ? t.top.desk : t.top.admin}
    </button>
  )
}
