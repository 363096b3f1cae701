import { Suspense, useMemo, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCommands } from '../../store/commands.ts'
import { useCenterState } from '../../store/hooks.ts'
import { lazily } from '../lazily.tsx'

const OwnPassword = lazily(async () => (await import('../administration/OwnPassword.tsx')).OwnPassword)

/** Who sits here; the name leads to the own password. */
export function OwnAccount() {
  const { t } = useSpeech()
  const user = useCenterState((s) => s.user)
  const [open, setOpen] = useState(false)
  const name = t.commands.password
  useCommands(useMemo(() => [{ id: 'password', name, run: () => setOpen(true) }], [name]))
  // Who looks at a file without being signed in has no account.
  if (!user?.account) return null
  return (
    <>
      <button type="button" className="top-user" title={t.top.password} onClick={() => setOpen(true)}>
        {user.name} <span className="dim">{t.signIn.roles[user.role]}</span>
      </button>
      {open && (
        <Suspense>
          <OwnPassword account={user.account} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
