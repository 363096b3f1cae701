import { App as AntApp, Button, Tag } from 'antd'
import { RoleName } from '#shared/contract/roles.ts'
import { changeUser, removeUser } from '#shared/contract/users.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime, dayOf } from '../../../i18n/format.ts'
import { useCenter, useCenterState, useNow } from '../../../store/hooks.ts'
import { DataTable } from '../DataTable.tsx'
import { useDoing } from '../use-doing.ts'
import { type KnownUser, lastDayOf, stateOf, type UserState } from './entry.ts'

interface Props {
  users: KnownUser[]
  loading: boolean
  filtered: boolean
  dutyOf(user: KnownUser): string
  edit(account: string): void
  reset(account: string): void
  changed(): void
}

const STATES: UserState[] = ['active', 'disabled', 'expired']
const COLORS = { active: 'default', disabled: 'error', expired: 'warning' } as const
const MINUTE_MS = 60_000

/** The users, and what can be done to each. */
export function UserTable({ users, loading, filtered, dutyOf, edit, reset, changed }: Props) {
  const a = useAdminTexts()
  const u = a.users
  const center = useCenter()
  const own = useCenterState((s) => s.user?.account)
  const now = useNow(MINUTE_MS)
  const { modal, message } = AntApp.useApp()
  const { busy, doing } = useDoing(changed)

  const setDisabled = async ({ createdAt: _, changedAt, ...entry }: KnownUser, disabled: boolean) => {
    await center.ask(changeUser, { ...entry, disabled, seen: changedAt })
    message.success(u.saved)
  }
  const ask = (title: string, content: string, okText: string, user: KnownUser, work: () => Promise<void>) =>
    modal.confirm({
      title,
      content: user.account === own ? `${u.own} ${content}` : content,
      okText,
      okButtonProps: { danger: true },
      onOk: () => doing(work),
    })
  const disable = (user: KnownUser) =>
    ask(u.disableTitle(whoIs(user)), u.disableText, u.disable, user, () => setDisabled(user, true))
  const remove = (user: KnownUser) =>
    ask(u.removeTitle(whoIs(user)), u.removeText, u.remove, user, async () => {
      await center.ask(removeUser, { account: user.account })
      message.success(u.removed(user.account))
    })

  return (
    <DataTable<KnownUser>
      label={u.searchHint}
      width={1165}
      loading={loading}
      empty={{ title: u.empty }}
      filtered={filtered}
      rowKey="account"
      dataSource={users}
      columns={[
        {
          title: u.account,
          width: 140,
          ellipsis: true,
          sorter: (one, two) => (one.account < two.account ? -1 : 1),
          defaultSortOrder: 'ascend',
          render: (_, { account }) => (
            <>
              {account} {account === own && <Tag color="blue">{u.you}</Tag>}
            </>
          ),
        },
        {
          title: u.name,
          dataIndex: 'name',
          width: 100,
          ellipsis: true,
          sorter: (one, two) => one.name.localeCompare(two.name, 'zh'),
        },
        {
          title: u.role,
          width: 105,
          ellipsis: true,
          sorter: (one, two) => rank(one) - rank(two),
          filters: RoleName.options.map((role) => ({ value: role, text: a.roles[role] })),
          onFilter: (role, user) => user.role === role,
          render: (_, { role }) => a.roles[role],
        },
        { title: u.duty, width: 130, ellipsis: true, render: (_, user) => dutyOf(user) },
        { title: u.phone, width: 125, ellipsis: true, render: (_, { phone }) => phone ?? a.none },
        {
          title: u.state,
          width: 95,
          filters: STATES.map((state) => ({ value: state, text: u.states[state] })),
          onFilter: (state, user) => stateOf(user, now) === state,
          render: (_, user) => <Tag color={COLORS[stateOf(user, now)]}>{u.states[stateOf(user, now)]}</Tag>,
        },
        {
          title: u.valid,
          width: 105,
          sorter: (one, two) => (one.validUntil ?? Number.MAX_VALUE) - (two.validUntil ?? Number.MAX_VALUE),
          render: (_, { validUntil }) => (validUntil === undefined ? u.forever : lastDayOf(validUntil)),
        },
        {
          title: u.changed,
          width: 105,
          sorter: (one, two) => one.changedAt - two.changedAt,
          render: (_, { changedAt }) => <span title={dateTime(changedAt)}>{dayOf(changedAt)}</span>,
        },
        {
          title: a.actions,
          width: 265,
          fixed: 'right',
          render: (_, user) => (
            <span className="admin-actions">
              <Button size="small" onClick={() => edit(user.account)}>
                {u.change}
              </Button>
              <Button size="small" type="text" onClick={() => reset(user.account)}>
                {u.reset}
              </Button>
              <Button
                size="small"
                type="text"
                disabled={busy}
                onClick={() => (user.disabled ? void doing(() => setDisabled(user, false)) : disable(user))}
              >
                {user.disabled ? u.enable : u.disable}
              </Button>
              <Button size="small" type="text" danger disabled={busy} onClick={() => remove(user)}>
                {u.remove}
              </Button>
            </span>
          ),
        },
      ]}
    />
  )
}

function whoIs({ name, account }: KnownUser): string {
  return `${name} (${account})`
}

function rank({ role }: KnownUser): number {
  return RoleName.options.indexOf(role)
}
