import { refuse } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import { HOUR } from '#shared/time.ts'
import { type Delivery, deliveryReceived, type ReceiptState } from '#shared/world/deliveries.ts'
import { SYSTEM } from '#shared/world/event.ts'
import type { GatewayForm } from '#shared/world/notice-channels.ts'
import type { World } from '#shared/world/world.ts'
import type { Attempts } from '../../access/attempts.ts'
import type { EventLog } from '../../log/log.ts'
import { textAt } from '../../notify/gateway.ts'
import type { ChannelSecrets } from './channel-secrets.ts'

/** What a gateway says days later changes nothing any more. */
const LATE_MS = 24 * HOUR

interface Deps {
  log: EventLog
  clock: Clock
  secrets: ChannelSecrets
  attempts: Attempts
}

/** Gateways say what became of a message: believed by their token alone, written once however often they say it. */
export class Receipts {
  private readonly deps: Deps

  constructor(deps: Deps) {
    this.deps = deps
  }

  async take(channel: string, token: string, said: unknown, from: string): Promise<{ noted: boolean }> {
    const { log, attempts, secrets } = this.deps
    attempts.refuseWhenBarred(from, 'access.too-many-attempts')
    if (!secrets.isToken(channel, token)) {
      attempts.failed(from)
      return refuse('access.wrong', {}, 'not the token of this channel')
    }
    let noted = false
    await log.append((world) => {
      const form = world.channels.get(channel)?.form
      if (form?.kind !== 'sms' && form?.kind !== 'phone')
        return refuse('channel.unknown', { channel }, 'no gateway of that name')
      const state = stateOf(form, said)
      const delivery = this.meant(world, channel, form, said)
      noted = isNews(delivery, state)
      return noted ? [deliveryReceived(delivery.place, { delivery: delivery.delivery, state })] : []
    }, SYSTEM)
    return { noted }
  }

  /** By our own name of the message, else by that of the gateway. */
  private meant(world: World, channel: string, { receipt }: GatewayForm, said: unknown): Delivery {
    const name = textAt(said, receipt?.id ?? 'id') ?? ''
    const [byTheirs] = world.deliveries.where('id', `${channel} ${name}`)
    const delivery = world.deliveries.get(name) ?? world.deliveries.get(byTheirs ?? '')
    if (delivery?.channel !== channel || delivery.startedAt === undefined)
      return refuse('delivery.unknown', { id: name.slice(0, 100) }, 'no message of that name was sent by this channel')
    if (this.deps.clock.now() - delivery.startedAt > LATE_MS)
      return refuse('receipt.late', { id: name.slice(0, 100) }, 'the message is more than a day old')
    return delivery
  }
}

function stateOf({ receipt }: GatewayForm, said: unknown): ReceiptState {
  const word = textAt(said, receipt?.state ?? 'state') ?? ''
  const { delivered, answered, undelivered } = receipt ?? OWN_WORDS
  if (delivered.includes(word)) return 'delivered'
  if (answered.includes(word)) return 'answered'
  // Words that nobody explained are not guessed at.
  if (undelivered.includes(word)) return 'undelivered'
  return refuse('input.invalid', { state: word.slice(0, 100) }, 'a state that the channel does not describe')
}

const OWN_WORDS = { delivered: ['delivered'], answered: ['answered'], undelivered: ['undelivered'] }

/** Receipts come twice and in any order: who answered has heard. */
function isNews({ receipt }: Delivery, state: ReceiptState): boolean {
  if (receipt?.state === state) return false
  return !(receipt?.state === 'answered' || (receipt?.state === 'delivered' && state === 'undelivered'))
}
