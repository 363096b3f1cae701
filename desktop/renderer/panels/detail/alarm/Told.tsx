import { useEffect, useState } from 'react'
import { listDeliveries, type ShownDelivery } from '#shared/contract/notices.ts'
import { elapsed, shortTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { type AskCode, AskError } from '../../../store/ask.ts'
import { useCenter, useCenterState, useNow } from '../../../store/hooks.ts'

const EVERY_MS = 3000

interface Known {
  deliveries: readonly ShownDelivery[]
  next: readonly { route: string; at: number; what: 'step' | 'repeat' }[]
}

/** Who outside was told of an alarm, by what, what came of it, and who is told next while nobody answers. */
export function Told({ alarm }: { alarm: string }) {
  const { t } = useSpeech()
  const { ask } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const isPast = useCenterState((s) => s.past !== undefined)
  const now = useNow()
  const [known, setKnown] = useState<Known>()
  const [problem, setProblem] = useState<AskCode>()
  useEffect(() => {
    if (!isLive) return
    let wanted = true
    let timer: ReturnType<typeof setTimeout>
    const load = async () => {
      try {
        const { deliveries, next = [] } = await ask(listDeliveries, { alarm, limit: 100 })
        if (wanted) setKnown({ deliveries, next })
        if (wanted) setProblem(undefined)
      } catch (error) {
        if (wanted) setProblem(error instanceof AskError ? error.code : 'internal')
      }
      if (wanted) timer = setTimeout(() => void load(), EVERY_MS)
    }
    void load()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [ask, alarm, isLive])
  const n = t.notices
  // It is asked of the present.
  if (isPast) return null
  return (
    <section className="told" aria-label={n.title}>
      <h3>{n.title}</h3>
      {problem && <p role="alert">{t.errors[problem]}</p>}
      {!problem && !known && <p className="dim">{n.asking}</p>}
      {known?.deliveries.length === 0 && known.next.length === 0 && (
        <p className="dim">
          {n.none} {n.noneHint}
        </p>
      )}
      {known && known.deliveries.length > 0 && (
        <ol>
          {known.deliveries.map((delivery) => (
            <Line key={delivery.delivery} delivery={delivery} now={now} />
          ))}
        </ol>
      )}
      {known?.next.map(({ route, at, what }) => (
        <p key={`${route} ${what}`} className="dim">
          {(what === 'step' ? n.nextStep : n.nextRepeat)(route, elapsed(now, Math.max(now, at)))}
        </p>
      ))}
    </section>
  )
}

function Line({ delivery, now }: { delivery: ShownDelivery; now: number }) {
  const n = useSpeech().t.notices
  const { to, kind, channelName, state, reason, receipt, step, round, tries, count, what, ofCause } = delivery
  const isBad = state === 'failed' || state === 'refused' || receipt?.state === 'undelivered'
  const more = [
    what === 'clear' && n.clear,
    ofCause && n.ofCause,
    step > 0 && n.step(step + 1),
    round > 0 && n.round(round),
    count > 1 && n.count(count),
    tries > 1 && n.tries(tries),
    reason && n.reasons[reason],
  ].filter(Boolean)
  return (
    <li className={isBad ? 'bad' : state === 'sent' ? 'good' : ''}>
      <time>{shortTime(delivery.endedAt ?? delivery.startedAt ?? delivery.askedAt, now)}</time>
      <span>
        <strong>{to?.name ?? channelName}</strong> {to ? `${n.kinds[kind]} · ${channelName}` : n.kinds[kind]}
        {more.length > 0 && <small className="dim">{more.join(' · ')}</small>}
      </span>
      <em>{receipt ? n.receipts[receipt.state] : n.states[state]}</em>
    </li>
  )
}
