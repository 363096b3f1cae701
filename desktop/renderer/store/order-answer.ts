import { useState } from 'react'
import { agreeToOrder, withdrawOrder } from '#shared/contract/orders.ts'
import type { Order } from '#shared/world/orders.ts'
import { useSpeech } from '../i18n/language.ts'
import { AskError } from './ask.ts'
import { useCenter, useCenterState } from './hooks.ts'

interface OrderAnswer {
  agree(): void
  withdraw(): void
  /** Asked for by whoever sits here: somebody else has to agree. */
  isOwn: boolean
  mayAnswer: boolean
  busy: boolean
}

/** Agreeing to what somebody else asks for, or not; from wherever it is shown. */
export function useOrderAnswer({ order, askedBy }: Order, failed: (problem: string) => void): OrderAnswer {
  const { t } = useSpeech()
  const center = useCenter()
  const account = useCenterState((s) => s.user?.account)
  const [busy, setBusy] = useState(false)
  const send = (call: typeof agreeToOrder | typeof withdrawOrder) => {
    setBusy(true)
    center
      .ask(call, { order })
      .catch((error) => failed(t.errors[error instanceof AskError ? error.code : 'internal']))
      .finally(() => setBusy(false))
  }
  return {
    agree: () => send(agreeToOrder),
    withdraw: () => send(withdrawOrder),
    isOwn: askedBy.id === account,
    mayAnswer: center.may('devices.control'),
    busy,
  }
}
