import type { ChannelForm } from '#shared/world/notice-channels.ts'
import { sendByGateway } from './gateway.ts'
import { sendMail } from './mail.ts'
import type { Message, Outcome, Sending } from './outcome.ts'
import { sendWebhook } from './webhook.ts'

/** All that ever speaks to the outside about alarms goes through here. */
export function send(form: ChannelForm, message: Message, sending: Sending): Promise<Outcome> {
  switch (form.kind) {
    case 'webhook':
      return sendWebhook(form, message, sending)
    case 'mail':
      return sendMail(form, message, sending)
    case 'sms':
    case 'phone':
      return sendByGateway(form, message, sending)
  }
}
