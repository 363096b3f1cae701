import { useState } from 'react'
import type { DeviceKind } from '#models/kind.ts'
import type { Device } from '#shared/world/devices.ts'
import { isUnderWay } from '#shared/world/orders.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter, useCenterState, useSubject } from '../../../store/hooks.ts'
import { ordersOf } from '../../../store/orders.ts'
import { ConfirmOrder } from './ConfirmOrder.tsx'
import { OrderLine } from './OrderLine.tsx'
import './control.css'

/** Outcomes that are shown; the history holds all. */
const RECENT = 2

/** What a device can be told to do, and what came of it. */
export function Control({ device, kind }: { device: Device; kind: DeviceKind }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const { world } = center
  useSubject('orders')
  useSubject('values')
  const [wanted, setWanted] = useState<string>()
  const mayControl = center.may('devices.control')
  const isPast = useCenterState((s) => s.past !== undefined)
  const orders = ordersOf(world, device.device)
  const values = world.latest(device.device)?.[1] ?? {}
  const isAway = device.link !== 'online'
  const command = wanted === undefined ? undefined : kind.commands[wanted]
  const underWay = new Set(orders.filter(isUnderWay).map((order) => order.command))
  const recent = orders.filter((order) => !isUnderWay(order)).slice(0, RECENT)
  return (
    <section className="control" aria-label={t.orders.title}>
      <h4>{t.orders.title}</h4>
      {mayControl && !isAway && (
        <div className="control-commands">
          {Object.entries(kind.commands).map(([name, known]) => {
            const isSo = Object.keys(known.sets ?? {}).length > 0 && isAsWanted(known.sets ?? {}, values)
            return (
              <button
                key={name}
                type="button"
                className={known.dangerous ? 'dangerous' : ''}
                aria-expanded={wanted === name}
                disabled={underWay.has(name)}
                title={isSo ? `${known.effect[language]}（${t.orders.isSo}）` : known.effect[language]}
                onClick={() => setWanted(wanted === name ? undefined : name)}
              >
                {known.name[language]}
                {isSo && <span className="control-is-so" role="img" aria-label={t.orders.isSo} />}
              </button>
            )
          })}
        </div>
      )}
      {isAway && <p className="dim">{t.orders.away}</p>}
      {!mayControl && !isAway && <p className="dim">{isPast ? t.past.over : t.orders.noPermission}</p>}
      {mayControl && !isAway && wanted !== undefined && command && (
        <ConfirmOrder
          key={wanted}
          device={device.device}
          name={wanted}
          command={command}
          done={() => setWanted(undefined)}
        />
      )}
      <ul>
        {[...orders.filter(isUnderWay), ...recent].map((order) => (
          <OrderLine key={order.order} order={order} kind={kind} />
        ))}
      </ul>
    </section>
  )
}

/** A command whose states are there already says so, and can be given all the same. */
function isAsWanted(sets: Readonly<Record<string, number | string>>, values: Record<string, number>): boolean {
  return Object.entries(sets).every(([metric, to]) => typeof to === 'number' && values[metric] === to)
}
