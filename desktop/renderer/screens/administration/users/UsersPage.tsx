import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { listUsers } from '#shared/contract/users.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { PageFrame } from '../PageFrame.tsx'
import { SearchField } from '../SearchField.tsx'
import { useAnswer } from '../use-answer.ts'
import type { KnownUser } from './entry.ts'
import { ResetPassword } from './ResetPassword.tsx'
import { UserDrawer } from './UserDrawer.tsx'
import { UserTable } from './UserTable.tsx'

/** Who may sign in, as what, where, until when. */
export function UsersPage() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const site = useSite()
  const { value, ...known } = useAnswer(listUsers)
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<{ account: string | undefined }>()
  const [resetting, setResetting] = useState<string>()

  const dutyOf = useMemo(
    () => (user: KnownUser) => (user.duty ? placeName(site, user.duty, t) : a.users.wholeCommunity),
    [site, t, a],
  )
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    return (value?.users ?? []).filter((user) =>
      `${user.account}\n${user.name}\n${user.phone ?? ''}\n${dutyOf(user)}`.toLowerCase().includes(wanted),
    )
  }, [value, search, dutyOf])

  return (
    <PageFrame
      title={a.pages.users}
      hint={a.users.hint}
      known={known}
      actions={
        <Button type="primary" size="small" onClick={() => setEditing({ account: undefined })}>
          {a.users.create}
        </Button>
      }
    >
      <div className="admin-bar">
        <SearchField hint={a.users.searchHint} value={search} typed={setSearch} />
        <span className="dim">
          {search ? a.countOf(shown.length, value?.users.length ?? 0) : a.count(shown.length)}
        </span>
      </div>
      <UserTable
        users={shown}
        loading={!value && known.asking}
        filtered={search !== ''}
        dutyOf={dutyOf}
        edit={(account) => setEditing({ account })}
        reset={setResetting}
        changed={known.again}
      />
      {editing && (
        <UserDrawer
          key={editing.account ?? ''}
          user={value?.users.find(({ account }) => account === editing.account)}
          close={() => setEditing(undefined)}
          saved={() => {
            setEditing(undefined)
            known.again()
          }}
          outdated={known.again}
        />
      )}
      {resetting && (
        <ResetPassword
          account={resetting}
          close={() => {
            setResetting(undefined)
            known.again()
          }}
        />
      )}
    </PageFrame>
  )
}
