import type { OrderState } from '#shared/world/orders.ts'

/** What telling devices what to do says. */
export const ordersZh = {
  title: '控制',
  /** Before anybody is asked whether to go on. */
  confirm: (command: string) => `确认${command}`,
  ask: '请求另一人同意',
  cancel: '取消',
  note: '原因（可不填）',
  dangerous: '危险操作：须由另一名有控制权限的人同意后才会执行',
  isSo: '当前状态',
  away: '设备未连接，无法控制',
  noPermission: '您的角色没有设备控制权限',
  sending: '正在发送',
  state: {
    asked: '等待另一人同意',
    given: '等待设备回应',
    done: '已执行',
    refused: '设备拒绝',
    unanswered: '设备无回应，结果不明',
    withdrawn: '已撤回',
    lapsed: '无人同意，已作废',
  } satisfies Record<OrderState, string>,
  tries: (n: number) => `第 ${n} 次`,
  left: (time: string) => `剩 ${time}`,
  by: (who: string) => `请求人 ${who}`,
  agreedBy: (who: string) => `同意人 ${who}`,
  withdraw: '撤回',
  agree: '同意执行',
  decline: '不同意',
  requests: '待同意的控制请求',
  wants: (who: string, command: string) => `${who} 请求 ${command}`,
  history: {
    'order:asked': '请求控制',
    'order:agreed': '同意控制',
    'order:repeated': '再次下达',
    'order:ended': '控制结果',
  },
}
export type OrderTexts = typeof ordersZh
