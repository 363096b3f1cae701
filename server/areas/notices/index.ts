import type { DeviceKind } from '#models/kind.ts'
import { listDeliveries, previewNotice } from '#shared/contract/notices.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { Clock } from '#shared/time.ts'
import type { Vault } from '../../access/vault.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { refuseUnlessEverywhere } from '../everywhere.ts'
import type { ChannelSecrets } from './channel-secrets.ts'
import { channelCalls } from './channels.ts'
import { deliveriesOf, deliveriesWithin, nextOf } from './deliveries-of.ts'
import { imagined, preview } from './preview.ts'
import { settingCalls } from './settings.ts'
import type { NoticeWords } from './words.ts'

export interface NoticeDeps {
  log: EventLog
  clock: Clock
  vault: Vault
  secrets: ChannelSecrets
  kinds: Registry<DeviceKind>
  words: NoticeWords
  root: string
}

export function noticeCalls(deps: NoticeDeps): Served[] {
  const { log, clock, kinds, root } = deps
  return [
    ...settingCalls(deps),
    ...channelCalls(deps),
    answer(previewNotice, ({ at = clock.now(), ...about }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      const world = log.told
      const alarm = imagined(world, kinds, about)
      const { kind, rule, place, grade } = alarm
      return {
        about: { ...(kind !== undefined && { kind }), rule, place, grade },
        routes: [...world.routes.values()].map((route) => preview(world, route, alarm, at)),
      }
    }),
    answer(listDeliveries, ({ alarm, state, limit }, { duty }) => {
      const world = log.told
      if (alarm !== undefined) {
        const known = world.alarms.get(alarm)
        // What is over is shown by whatever was said of it, where that was for the asker.
        if (known && !isWithin(known.place, duty)) refuse('alarm.unknown', { alarm }, 'no such alarm')
        const told = deliveriesOf(world, alarm).filter(({ place }) => known !== undefined || isWithin(place, duty))
        return { deliveries: newest(told, state, limit), next: nextOf(world, alarm) }
      }
      return { deliveries: newest(deliveriesWithin(world, duty), state, limit) }
    }),
  ]
}

const STATES = {
  'under-way': ['waiting', 'sending'],
  sent: ['sent'],
  failed: ['failed', 'refused'],
  dropped: ['dropped'],
} as const

function newest<D extends { state: string; askedAt: number }>(
  all: D[],
  state: keyof typeof STATES | undefined,
  limit: number,
): D[] {
  const wanted =
    state === undefined ? all : all.filter((one) => (STATES[state] as readonly string[]).includes(one.state))
  return wanted.sort((a, b) => b.askedAt - a.askedAt).slice(0, limit)
}
