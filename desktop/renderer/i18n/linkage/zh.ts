import type { ErrorCode } from '#shared/errors.ts'
import type { StepState } from '#shared/world/linkage-runs.ts'

/** What linkages did for an alarm, as its card says it. */
export const linkageZh = {
  title: '联动',
  modes: { off: '停用', dry: '试运行', armed: '已启用' },
  dry: '试运行：只记录会做什么，没有下达',
  played: '读数来自录制，没有下达',
  armedBy: (who: string) => `由${who}启用`,
  states: {
    'would-do': '将执行',
    asked: '等待另一人同意',
    given: '等待回应',
    done: '已执行',
    refused: '未执行',
    unanswered: '无回应',
    withdrawn: '已撤回',
    lapsed: '无人同意',
  } satisfies Record<StepState, string>,
  /** Why the center did not tell it, shorter than elsewhere; what is not here is said as anywhere. */
  why: {
    'device.away': '离线',
    'device.deaf': '不接收指令',
    'device.unknown': '设备已不在',
    'order.under-way': '同类指令正在执行',
    'linkage.loop': '防循环：刚令其执行过',
    'linkage.nobody': '范围内没有',
  } as Partial<Record<ErrorCode, string>>,
  line: (what: string, because: string) => `${what}：${because}`,
  back: '复原',
  cameras: '调看画面',
  sees: '正对',
  away: '离线',
  more: (n: number) => `另有 ${n} 台`,
  fewer: '收起',
  setBack: '全部复原',
  setBackTitle: '复原联动所做的操作？',
  setBackText: (n: number) => `${n} 台设备将回到联动之前的状态：门恢复锁闭、电梯恢复运行等。危险操作仍须另一人同意。`,
  setBackYes: '复原',
  cancel: '取消',
  wasSetBack: (told: number, waiting: number, refused: number) =>
    `已下达 ${told} 台${waiting ? `，${waiting} 台等待同意` : ''}${refused ? `，${refused} 台未能下达` : ''}`,
  setBackBy: (who: string, when: string) => `${who} ${when} 复原`,
  ran: (name: string, n: number, cameras: number) =>
    `联动“${name}”：${[n > 0 && `${n} 台设备`, cameras > 0 && `调出 ${cameras} 路摄像机`].filter(Boolean).join('，') || '附近没有可联动的设备'}`,
}
export type LinkageTexts = typeof linkageZh
