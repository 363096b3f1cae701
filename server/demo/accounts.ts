import type { RoleName } from '#shared/contract/roles.ts'

export interface DemoAccount {
  account: string
  name: string
  password: string
  role: RoleName
}

/** Known to everybody, shown on the sign-in page, and created in a demonstration alone. */
export const demoAccounts: readonly DemoAccount[] = [
  { account: 'zhihui', name: '陈指挥', password: 'demo-commander', role: 'commander' },
  { account: 'zhiban', name: '李值班', password: 'demo-operator', role: 'operator' },
  { account: 'daping', name: '大屏', password: 'demo-big-screen', role: 'viewer' },
  { account: 'guanli', name: '王管理', password: 'demo-administrator', role: 'administrator' },
]
