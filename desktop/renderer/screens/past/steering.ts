import { STEPS } from '#shared/world/happenings.ts'
import type { Texts } from '../../i18n/zh.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { SPEEDS } from '../../players/past-state.ts'
import { say } from '../../theme/notice.ts'

/** To the next event of the kind that is chosen, or the one before; says so when there is none. */
export async function stepFrom(player: HistoryPlayer, direction: 1 | -1, { past }: Texts): Promise<void> {
  if (await player.step(direction)) return
  const kind = past.steps[player.state.getState().stepsTo]
  say('word', direction === 1 ? past.noneAfter(kind) : past.noneBefore(kind))
}

/** Steps go to the next kind of events, and after the last one to all again. */
export function nextKind(player: HistoryPlayer): void {
  const at = STEPS.indexOf(player.state.getState().stepsTo)
  player.stepTo(STEPS[(at + 1) % STEPS.length] ?? 'any')
}

/** One speed on, the same way. */
export function changeSpeed(player: HistoryPlayer, by: 1 | -1): void {
  const { speed } = player.state.getState()
  const at = SPEEDS.findIndex((one) => one === Math.abs(speed))
  const next = SPEEDS[at + by]
  if (next !== undefined) player.setSpeed(next * Math.sign(speed))
}

export function turnBack(player: HistoryPlayer): void {
  player.play(-player.state.getState().speed)
}
