import type { Order } from '#shared/world/orders.ts'
import { elapsed } from '../i18n/format.ts'
import { useSpeech } from '../i18n/language.ts'
import { nameOfActor } from '../store/actor-name.ts'
import { leaveAdmin } from '../store/admin-link.ts'
import { PresentContext, useCenter, useCenterState, useLiveSubject, useNow } from '../store/hooks.ts'
import { useOrderAnswer } from '../store/order-answer.ts'
import { commandOf, nameOfCommand, ordersToAgree } from '../store/orders.ts'
import { placeName } from '../store/place-name.ts'
import { selectDevice } from '../store/selection.ts'
import { useSite } from '../store/site.ts'
import { say } from '../theme/notice.ts'
import './order-requests.css'

/** Whoever may control devices sees wherever they work that somebody waits for a second person. */
export function OrderRequests() {
  const { t } = useSpeech()
  const center = useCenter()
  const account = useCenterState((s) => s.user?.account)
  const live = useLiveSubject('orders')
  if (!center.mayNow('devices.control')) return null
  const requests = ordersToAgree(live).filter(({ askedBy }) => askedBy.id !== account)
  if (requests.length === 0) return null
  return (
    <PresentContext value={true}>
      <section className="order-requests" aria-label={t.orders.requests}>
        {requests.map((order) => (
          <OrderRequest key={order.order} order={order} />
        ))}
      </section>
    </PresentContext>
  )
}

function OrderRequest({ order }: { order: Order }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const now = useNow()
  const { agree, withdraw, busy } = useOrderAnswer(order, (problem) => say('bad', problem))
  const device = center.live.get('devices', order.device)
  const command = commandOf(device?.kind, order.command)
  const goTo = () => {
    center.goLive()
    selectDevice(order.device, true)
    leaveAdmin()
  }
  return (
    <article>
      <div>
        <strong role="alert">
          {t.orders.wants(
            nameOfActor(order.askedBy, center.live, language),
            nameOfCommand(device?.kind, order.command, language),
          )}
        </strong>
        <button type="button" className="order-requests-device" onClick={goTo}>
          {device?.name ?? order.device} · {placeName(site, order.place, t)}
        </button>
        <p>{command?.effect[language]}</p>
        {order.note && <blockquote>{order.note}</blockquote>}
      </div>
      <time>{t.orders.left(elapsed(now, order.until))}</time>
      <button type="button" className="agree" disabled={busy} onClick={agree}>
        {t.orders.agree}
      </button>
      <button type="button" disabled={busy} onClick={withdraw}>
        {t.orders.decline}
      </button>
    </article>
  )
}
