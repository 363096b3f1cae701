import { useCallback, useEffect, useState } from 'react'
import type { Call } from '#shared/contract/call.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'

/** What is known of a list or a state, as of when, and whether the newest asking went wrong. */
export interface Known {
  at: number | undefined
  problem: AskCode | undefined
  asking: boolean
  again(): void
}

export function codeOf(error: unknown): AskCode {
  return error instanceof AskError ? error.code : 'internal'
}

/** Asks a call, always with the same input: when it is first shown, when the connection comes back, and, if wished, every now and then. */
export function useAnswer<I extends object, O>(call: Call<I, O>, everyMs?: number, input?: Partial<I>) {
  const center = useCenter()
  const connected = useCenterState((s) => s.time.phase !== 'lost')
  const [turn, setTurn] = useState(0)
  const [asking, setAsking] = useState(true)
  const [state, setState] = useState<{ value?: O; at?: number; problem?: AskCode }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn, or the connection, asks anew
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      try {
        const value = await center.ask(call, (input ?? {}) as I)
        if (wanted) setState({ value, at: center.now() })
      } catch (error) {
        // What was known stays, with the time it is from.
        if (wanted) setState((before) => ({ ...before, problem: codeOf(error) }))
      }
      if (!wanted) return
      setAsking(false)
      if (everyMs !== undefined) timer = setTimeout(ask, everyMs)
    }
    setAsking(true)
    void ask()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [center, call, everyMs, input, turn, connected])
  const again = useCallback(() => setTurn((n) => n + 1), [])
  const { value, at, problem } = state
  return { value, at, problem, asking, again } satisfies Known & { value: O | undefined }
}
