import { z } from 'zod'

/** What can be permitted. A call names one of these; a role holds some of them; all else is denied. */
export const permissions = {
  'alarms.see': 'See alarms',
  'alarms.handle': 'Acknowledge alarms',
  'devices.see': 'See devices and their readings',
  'devices.control': 'Tell devices what to do',
  'devices.manage': 'Manage the archive of devices and issue their credentials',
  'rules.manage': 'Set the rules by which alarms are raised',
  'notices.manage': 'Set who is told of alarms, by what, and who is on duty',
  'place.see': 'See the community model',
  'people.see': 'See who lives where, with names masked',
  'people.unmask': 'See their names and years of birth',
  'history.see': 'See the past',
  'history.export': 'Take the past away as a file',
  'history.follow': 'Follow a replay that somebody shares',
  'history.lead': 'Take over a shared replay, and change bookmarks of others',
  'readings.push': 'Deliver readings',
  'users.manage': 'Manage users and their sessions',
  'system.see': 'See health, refused messages and the audit record',
} as const
export type Permission = keyof typeof permissions

const watching = ['alarms.see', 'devices.see', 'place.see', 'history.follow'] as const satisfies Permission[]
const handling = [
  ...watching,
  'alarms.handle',
  'devices.control',
  'history.see',
  'people.see',
] as const satisfies Permission[]

/** Who holds what. */
export const roles = {
  viewer: watching,
  operator: handling,
  commander: [...handling, 'history.export', 'history.lead', 'people.unmask', 'system.see', 'rules.manage'],
  administrator: [
    ...handling,
    'history.export',
    'history.lead',
    'people.unmask',
    'system.see',
    'rules.manage',
    'devices.manage',
    'notices.manage',
    'users.manage',
  ],
  device: ['readings.push'],
} as const satisfies Record<string, readonly Permission[]>
export type Role = keyof typeof roles

/** The roles that a person can have; `device` is for device accounts alone. */
export const RoleName = z.enum(['viewer', 'operator', 'commander', 'administrator'])
export type RoleName = z.infer<typeof RoleName>

export function holds(role: Role, permission: Permission): boolean {
  return (roles[role] as readonly Permission[]).includes(permission)
}
