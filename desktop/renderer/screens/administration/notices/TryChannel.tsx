import { Alert, Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { tryChannel } from '#shared/contract/notices.ts'
import type { DeliveryReason } from '#shared/world/deliveries.ts'
import type { ChannelKind } from '#shared/world/notice-channels.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { codeOf } from '../use-answer.ts'

interface Tried {
  ok: boolean
  reason?: DeliveryReason | undefined
  status?: number | undefined
  ms: number
  said: string
}

/** A test message by a channel as it is saved, and exactly what came back. */
export function TryChannel({ channel, kind, isSaved }: { channel: string; kind: ChannelKind; isSaved: boolean }) {
  const center = useCenter()
  const { t } = useSpeech()
  const n = useAdminTexts().notices
  const [to, setTo] = useState('')
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<Tried>()
  const [problem, setProblem] = useState<AskCode>()
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tried) result.current?.scrollIntoView({ block: 'nearest' })
  }, [tried])
  const run = async () => {
    setBusy(true)
    setProblem(undefined)
    setTried(undefined)
    try {
      setTried(await center.ask(tryChannel, { channel, ...(kind === 'webhook' ? {} : { to }) }))
    } catch (error) {
      setProblem(codeOf(error))
    }
    setBusy(false)
  }
  const why = tried?.reason ? t.notices.reasons[tried.reason] : ''
  const status = tried?.status === undefined ? '' : `${n.status(tried.status)} · `
  return (
    <section className="notice-try" aria-label={n.try} aria-busy={busy}>
      <header>
        <strong>{n.try}</strong>
        {kind !== 'webhook' && (
          <Input
            size="small"
            value={to}
            maxLength={200}
            placeholder={n.tryHint[kind]}
            aria-label={n.tryHint[kind]}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
        <Button
          size="small"
          loading={busy}
          disabled={!isSaved || (kind !== 'webhook' && to.trim() === '')}
          onClick={() => void run()}
        >
          {n.try}
        </Button>
        <span className="dim">{isSaved ? kind === 'webhook' && n.tryHint.webhook : n.trySaved}</span>
      </header>
      {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
      {tried && (
        <div ref={result}>
          <Alert
            type={tried.ok ? 'success' : 'error'}
            showIcon
            role="status"
            title={`${status}${tried.ok ? n.triedOk(tried.ms) : n.triedBad(why, tried.ms)}`}
            description={
              <>
                <small className="dim">{n.said}</small>
                <pre>{tried.said || n.nothingSaid}</pre>
              </>
            }
          />
        </div>
      )}
    </section>
  )
}
