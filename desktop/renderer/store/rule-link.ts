import { createStore } from 'zustand/vanilla'
import { goToAdmin } from './admin-link.ts'

/** The rule that somebody wants to see on the page of rules. */
export const ruleWanted = createStore<{ key: string | undefined }>(() => ({ key: undefined }))

export function goToRule(key: string): void {
  ruleWanted.setState({ key })
  goToAdmin('rules')
}
