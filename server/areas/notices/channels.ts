import { issueReceiptToken, removeChannel, saveChannel, tryChannel } from '#shared/contract/notices.ts'
import { refuse } from '#shared/errors.ts'
import { type Channel, channelRemoved, channelSet } from '#shared/world/notice-channels.ts'
import { outletWorks } from '#shared/world/outlets.ts'
import type { World } from '#shared/world/world.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { Message } from '../../notify/outcome.ts'
import { send } from '../../notify/send.ts'
import { withoutSecret } from '../../notify/template.ts'
import { refuseUnlessEverywhere } from '../everywhere.ts'
import { ChannelSecrets } from './channel-secrets.ts'
import { checkChannel } from './check-settings.ts'
import type { NoticeDeps } from './index.ts'
import { newId } from './telling.ts'

const MOST_CHANNELS = 50
const SHOWN = 500

/** The ways out of the house: set, tried, removed. Their secrets are written and never read. */
export function channelCalls({ log, clock, vault, secrets, words, root }: NoticeDeps): Served[] {
  return [
    answer(saveChannel, async ({ channel, secret, seen }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      checkChannel(channel)
      const entries = ChannelSecrets.entries(channel.channel, secret)
      const decide = (world: World) => {
        const before = world.channels.get(channel.channel)
        if (before?.changedAt !== seen)
          refuse('channel.changed', { by: before?.changedBy.name ?? before?.changedBy.id }, 'somebody was faster')
        if (!before && world.channels.size >= MOST_CHANNELS)
          refuse('notice.too-many', { most: MOST_CHANNELS }, 'remove one first')
        // A secret is for whom it was given: written to another host it would be told to a stranger.
        if (secret === undefined && before && secrets.secretOf(channel.channel) && hostOf(before) !== hostOf(channel))
          refuse('channel.pointless', { name: 'secret' }, 'for another host the secret has to be written anew')
        return [channelSet(root, channel)]
      }
      await log.append(decide, by, { vault: entries })
      vault.adopt(entries)
      return {}
    }),
    answer(removeChannel, async ({ channel }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      const entries = ChannelSecrets.forgotten(channel)
      const decide = (world: World) => {
        if (!world.channels.has(channel)) refuse('channel.unknown', { channel }, 'no such channel')
        for (const { name, steps } of world.routes.values())
          if (steps.some(({ channels }) => channels.includes(channel)))
            refuse('channel.in-use', { route: name }, `the route ${name} uses it`)
        const works = world.outlets.has(channel) ? [outletWorks(root, { channel })] : []
        return [channelRemoved(root, { channel }), ...works]
      }
      await log.append(decide, by, { vault: entries })
      vault.adopt(entries)
      return {}
    }),
    answer(issueReceiptToken, async ({ channel }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      const kind = log.told.channels.get(channel)?.form.kind
      if (kind !== 'sms' && kind !== 'phone') refuse('channel.unknown', { channel }, 'no gateway of that name')
      const { token, entry } = ChannelSecrets.newToken(channel)
      await vault.put([entry])
      return { token }
    }),
    answer(tryChannel, async ({ channel: id, to = '' }, { by, duty }) => {
      refuseUnlessEverywhere(duty, root)
      const channel = log.told.channels.get(id) ?? refuse('channel.unknown', { channel: id }, 'no such channel')
      const address = addressTyped(channel, to)
      const message: Message = {
        delivery: newId('d'),
        what: 'try',
        at: new Date(clock.now()).toISOString(),
        center: words.center,
        ...words.trial(channel.language),
        name: by.name ?? by.id,
        address,
        alarms: [],
        count: 0,
        step: 0,
        round: 0,
      }
      const begun = clock.monotonic()
      const secret = secrets.secretOf(id)
      const { said, ...outcome } = await send(channel.form, message, { clock, secret })
      const ms = Math.round(clock.monotonic() - begun)
      const told = withoutSecret(said, secret).slice(0, SHOWN)
      if (outcome.ok) return { ...outcome, ms, said: told }
      const { isFinal: _, ...failure } = outcome
      return { ...failure, ms, said: told }
    }),
  ]
}

function addressTyped({ form: { kind } }: Channel, to: string): string {
  if (kind === 'webhook') return ''
  const isRight = kind === 'mail' ? /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(to) : /^\+?\d[\d -]*\d$/.test(to)
  if (!isRight) refuse('input.invalid', { to: kind }, 'an address that a person can be told at')
  return kind === 'mail' ? to : to.replace(/[ -]/g, '')
}

function hostOf({ form }: Channel): string {
  return form.kind === 'mail' ? form.host : new URL(form.url.replace(/\{\{[^{}]*\}\}/g, 'x')).host
}
