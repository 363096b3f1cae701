import { createContext, useContext } from 'react'

/** Acknowledging is offered in the list, on the card and by key: one way does it, and says what went wrong. */
export interface Acknowledging {
  acknowledge(alarm: string, note?: string): Promise<void>
  /** Asked for, not yet answered. */
  busy: ReadonlySet<string>
}

export const AcknowledgeContext = createContext<Acknowledging>({ acknowledge: async () => {}, busy: new Set() })

export function useAcknowledge(): Acknowledging {
  return useContext(AcknowledgeContext)
}
