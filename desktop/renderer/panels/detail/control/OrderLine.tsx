import type { DeviceKind } from '#models/kind.ts'
import type { Order } from '#shared/world/orders.ts'
import { elapsed, shortTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfActor } from '../../../store/actor-name.ts'
import { valueInWords } from '../../../store/describe.ts'
import { useCenter, useNow } from '../../../store/hooks.ts'
import { useOrderAnswer } from '../../../store/order-answer.ts'
import { say } from '../../../theme/notice.ts'

/** One order: where it stands, who is behind it, and what can be done about it. */
export function OrderLine({ order, kind }: { order: Order; kind: DeviceKind }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const now = useNow()
  const { agree, withdraw, isOwn, mayAnswer, busy } = useOrderAnswer(order, (problem) => say('bad', problem))
  const command = kind.commands[order.command]
  const said = Object.entries(order.input)
    .map(([key, value]) => valueInWords(value, command?.input?.[key], language))
    .join(' ')
  const { state, askedBy, agreedBy, endedAt, reason, note, tries } = order
  const who = [
    t.orders.by(nameOfActor(askedBy, world, language)),
    agreedBy && t.orders.agreedBy(nameOfActor(agreedBy, world, language)),
  ]
  return (
    <li className={`order is-${state}`}>
      <strong>
        {command?.name[language] ?? order.command} {said}
      </strong>{' '}
      <span role="status">
        {t.orders.state[state]}
        {state === 'given' && tries > 1 && ` · ${t.orders.tries(tries)}`}
        {reason && `：${reason}`}
      </span>
      {state === 'asked' && <time> {t.orders.left(elapsed(now, order.until))}</time>}
      <small className="dim">
        {[...who, shortTime(endedAt ?? order.askedAt, now)].filter(Boolean).join(' · ')}
        {note && ` · ${note}`}
      </small>
      {state === 'asked' && mayAnswer && (
        <div className="order-answer">
          {!isOwn && (
            <button type="button" className="dangerous" disabled={busy} onClick={agree}>
              {t.orders.agree}
            </button>
          )}
          <button type="button" disabled={busy} onClick={withdraw}>
            {isOwn ? t.orders.withdraw : t.orders.decline}
          </button>
        </div>
      )}
    </li>
  )
}
