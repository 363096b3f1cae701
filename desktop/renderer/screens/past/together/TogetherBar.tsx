import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import {
  endReplay,
  eraseInReplay,
  handReplayOver,
  showReplay,
  takeReplay,
  wishToLead,
} from '#shared/contract/replays.ts'
import { type Replay, takesPart } from '#shared/world/replays.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'
import { HandOver } from './HandOver.tsx'
import { hand, layDown, takeInHand } from './hand.ts'
import { useAct } from './use-act.ts'
import { useTogether } from './use-together.ts'

/** Who looks along, who leads, and what one can do together. */
export function TogetherBar() {
  const words = useSpeech().t.past.together
  const replay = useTogether()
  const [was, setWas] = useState(false)
  const { together } = useCenter()
  const isIn = useStore(together.state, (s) => s.replay !== undefined)
  useEffect(() => {
    if (replay) setWas(true)
    // Ended by somebody else: whoever leaves by a button closes this bar first.
    if (was && !isIn) {
      setWas(false)
      say('word', words.over)
    }
  }, [replay, was, isIn, words])
  useEffect(() => layDown, [])
  return replay ? <Bar replay={replay} /> : null
}

function Bar({ replay }: { replay: Replay }) {
  const words = useSpeech().t.past.together
  const center = useCenter()
  const act = useAct()
  const does = useStore(hand, (s) => s.does)
  const account = useCenterState((s) => s.user?.account)
  const id = { replay: replay.replay }
  const { leader, screens, wishes, strokes, onWalls } = replay
  const leads = leader.account === account
  const isGone = !takesPart(replay, leader.account)
  const mayLead = center.mayNow('history.see')
  const others = new Map(Object.values(screens).map((who) => [who.account, who.name]))
  const own = strokes.findLast(({ who }) => who.account === account)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="together-bar" role="group" aria-label={words.title}>
      <strong>{leads ? words.youLead : isGone ? words.gone(leader.name) : words.leads(leader.name)}</strong>
      <span className="dim">{words.people([...others.values()].join('、'), Object.keys(screens).length)}</span>
      {leads &&
        wishes.map((who) => (
          <span key={who.account} className="together-wish" role="status">
            {words.wishes(who.name)}
            <button type="button" onClick={() => act(center.ask(handReplayOver, { ...id, to: who.account }))}>
              {words.handOver}
            </button>
          </span>
        ))}
      {mayLead && (
        <>
          <button
            type="button"
            aria-pressed={does === 'point'}
            title={words.pointHint}
            onClick={() => takeInHand('point')}
          >
            {words.point}
          </button>
          <button
            type="button"
            aria-pressed={does === 'draw'}
            title={words.drawHint}
            onClick={() => takeInHand('draw')}
          >
            {words.draw}
          </button>
        </>
      )}
      {own && (
        <button type="button" onClick={() => act(center.ask(eraseInReplay, { ...id, stroke: own.stroke }))}>
          {words.eraseOwn}
        </button>
      )}
      {strokes.length > 0 && leads && (
        <button type="button" onClick={() => act(center.ask(eraseInReplay, id))}>
          {words.erase}
        </button>
      )}
      {leads && center.mayNow('history.lead') && (
        <label>
          <input
            type="checkbox"
            checked={onWalls}
            onChange={({ target }) => act(center.ask(showReplay, { ...id, onWalls: target.checked }))}
          />
          {words.walls}
        </label>
      )}
      {leads && <HandOver replay={replay} />}
      {!leads && mayLead && (
        <>
          {!isGone && (
            <button
              type="button"
              disabled={wishes.some((who) => who.account === account)}
              onClick={() => act(center.ask(wishToLead, id))}
            >
              {wishes.some((who) => who.account === account) ? words.wished : words.wish}
            </button>
          )}
          {(isGone || center.mayNow('history.lead')) && (
            <button type="button" onClick={() => act(center.ask(takeReplay, id))}>
              {words.take}
            </button>
          )}
        </>
      )}
      {mayLead && (
        <button type="button" onClick={() => center.together.leave()}>
          {words.leave}
        </button>
      )}
      {leads && (
        <button type="button" onClick={() => act(center.ask(endReplay, id))}>
          {words.end}
        </button>
      )}
    </div>
  )
}
