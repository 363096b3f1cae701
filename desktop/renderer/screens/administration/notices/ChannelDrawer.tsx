import { App as AntApp, Button, Form } from 'antd'
import { useState } from 'react'
import { issueReceiptToken, removeChannel, saveChannel } from '#shared/contract/notices.ts'
import type { Channel } from '#shared/world/notice-channels.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'
import { EditDrawer } from '../EditDrawer.tsx'
import { codeOf } from '../use-answer.ts'
import { useAttempt } from '../use-attempt.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { ChannelForm } from './ChannelForm.tsx'
import { type ChannelFields, channelOf, fieldsOf, freeId, newChannel } from './channel-entry.ts'
import { TryChannel } from './TryChannel.tsx'

export interface KnownChannel extends Channel {
  changedAt: number
  hasSecret: boolean
  hasToken: boolean
}

interface Props {
  /** Undefined: a new one. */
  channel: KnownChannel | undefined
  taken: ReadonlySet<string>
  saved(): void
  close(): void
}

/** One way out of the house: where it leads, how it speaks, and what comes back when it is tried. */
export function ChannelDrawer({ channel, taken, saved, close }: Props) {
  const center = useCenter()
  const { t } = useSpeech()
  const a = useAdminTexts()
  const n = a.notices
  const { modal } = AntApp.useApp()
  const [form] = Form.useForm<ChannelFields>()
  const [token, setToken] = useState<string>()
  const [isTouched, setTouched] = useState(false)
  const { busy, problem, attempt } = useAttempt(saved)
  const { setDirty, leave } = useUnsaved(busy, close)
  const [seen] = useState(channel?.changedAt)
  const save = (typed: ChannelFields) =>
    attempt(async () => {
      const whole = channelOf(
        { ...newChannel(), ...(channel && fieldsOf(channel)), ...typed },
        channel?.channel ?? freeId('channel', taken),
      )
      const secret = typed.secret ? { secret: typed.secret } : {}
      await center.ask(saveChannel, { channel: whole, ...secret, ...(seen === undefined ? {} : { seen }) })
    }, n.saved)
  const remove = (known: KnownChannel) =>
    modal.confirm({
      title: n.removeChannelTitle(known.name),
      content: n.removeChannelText,
      okText: n.remove,
      okButtonProps: { danger: true },
      cancelText: a.cancel,
      onOk: () => attempt(() => center.ask(removeChannel, { channel: known.channel }), n.removed),
    })
  const issue = async (known: KnownChannel) => {
    try {
      setToken((await center.ask(issueReceiptToken, { channel: known.channel })).token)
    } catch (error) {
      say('bad', t.errors[codeOf(error)])
    }
  }
  const isGateway = channel?.form.kind === 'sms' || channel?.form.kind === 'phone'
  return (
    <EditDrawer
      title={channel ? n.editChannel(channel.name) : n.newChannel}
      size={760}
      busy={busy}
      problem={problem}
      words={n}
      remove={channel && (() => remove(channel))}
      save={form.submit}
      leave={leave}
    >
      <Form<ChannelFields>
        form={form}
        layout="vertical"
        initialValues={channel ? fieldsOf(channel) : newChannel()}
        onValuesChange={() => {
          setDirty(true)
          setTouched(true)
        }}
        onFinish={(typed) => void save(typed)}
        scrollToFirstError={{ focus: true }}
      >
        <ChannelForm isNew={!channel} hasSecret={channel?.hasSecret ?? false} />
        <button type="submit" hidden />
      </Form>
      {channel && isGateway && (
        <section className="notice-token">
          <p className="dim">{n.receiptsHint(`/api/notices/receipts/${channel.channel}`)}</p>
          <Button size="small" onClick={() => void issue(channel)}>
            {channel.hasToken || token ? n.tokenAgain : n.token}
          </Button>
          {token && (
            <>
              <code>{token}</code>
              <p role="status">{n.tokenText}</p>
            </>
          )}
        </section>
      )}
      {channel && <TryChannel channel={channel.channel} kind={channel.form.kind} isSaved={!isTouched} />}
    </EditDrawer>
  )
}
