import { useSyncExternalStore } from 'react'
import type { Permission } from '#shared/contract/roles.ts'

/** The pages of administration, and what a role needs to see each: what is used every shift first, what is set once last. */
export const adminPages = {
  'hand-over': 'alarms.handle',
  'alarm-history': 'history.see',
  'alarm-figures': 'history.see',
  devices: 'devices.manage',
  rules: 'rules.manage',
  linkages: 'rules.manage',
  notices: 'notices.manage',
  connectors: 'devices.manage',
  recordings: 'devices.manage',
  letters: 'system.see',
  users: 'users.manage',
  roles: 'users.manage',
  sessions: 'users.manage',
  audit: 'system.see',
  settings: 'system.see',
} as const satisfies Record<string, Permission>
export type AdminPage = keyof typeof adminPages

export function pagesFor(permissions: readonly string[]): AdminPage[] {
  return (Object.keys(adminPages) as AdminPage[]).filter((page) => permissions.includes(adminPages[page]))
}

/** `#admin=users`; a page that nobody knows is the first one that may be seen. */
export function adminPageOf(hash: string, permissions: readonly string[]): AdminPage | undefined {
  const named = /^#admin(?:=(.*))?$/.exec(hash)
  const [first] = pagesFor(permissions)
  if (!named || !first) return undefined
  return Object.hasOwn(adminPages, named[1] ?? '') ? (named[1] as AdminPage) : first
}

export function goToAdmin(page: AdminPage): void {
  location.hash = `admin=${page}`
}

export function leaveAdmin(): void {
  if (location.hash.startsWith('#admin')) location.hash = ''
}

/** The page of administration that the address names; undefined: the desk. */
export function useAdminPage(permissions: readonly string[]): AdminPage | undefined {
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed)
      return () => removeEventListener('hashchange', changed)
    },
    () => location.hash,
  )
  return adminPageOf(hash, permissions)
}
