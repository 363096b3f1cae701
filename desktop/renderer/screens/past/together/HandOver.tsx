import { handReplayOver } from '#shared/contract/replays.ts'
import type { Replay } from '#shared/world/replays.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAct } from './use-act.ts'

/** Who leads gives it to another one that takes part. */
export function HandOver({ replay: { replay, leader, screens } }: { replay: Replay }) {
  const words = useSpeech().t.past.together
  const center = useCenter()
  const act = useAct()
  const able = Object.values(screens).filter(({ looksOnly }) => !looksOnly)
  const others = new Map(able.map((who) => [who.account, who.name]))
  others.delete(leader.account)
  if (others.size === 0) return null
  return (
    <select
      aria-label={words.handOverTo}
      value=""
      onChange={({ target }) => act(center.ask(handReplayOver, { replay, to: target.value }))}
    >
      <option value="">{words.handOverTo}</option>
      {[...others].map(([to, name]) => (
        <option key={to} value={to}>
          {name}
        </option>
      ))}
    </select>
  )
}
