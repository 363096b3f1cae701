import { clockTime } from '../../i18n/format.ts'
import type { Texts } from '../../i18n/zh.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { say } from '../../theme/notice.ts'

/** Of each player the moment that a stretch begins with, until its end is chosen as well. */
const begun = new WeakMap<HistoryPlayer, number>()

/** A stretch is chosen by its two ends: here it begins. */
export function beginStretch(player: HistoryPlayer, { past }: Texts): void {
  const { at, loop } = player.state.getState()
  begun.set(player, at)
  if (loop && loop[1] > at) player.loop([at, loop[1]])
  else say('word', past.stretchBegun(clockTime(at)))
}

export function endStretch(player: HistoryPlayer, { past }: Texts): void {
  const { at, loop } = player.state.getState()
  const from = loop?.[0] ?? begun.get(player)
  if (from === undefined || from >= at) say('word', past.stretchUnbegun)
  else player.loop([from, at])
}

export function dropStretch(player: HistoryPlayer): void {
  begun.delete(player)
  player.loop(undefined)
}
