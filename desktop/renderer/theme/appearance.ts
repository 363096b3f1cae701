import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export type Appearance = 'dark' | 'light'

const KEPT = 'ankan.appearance'

/** Dark for a control room, light for one with daylight; each machine keeps its own, as each stands in its own light. */
const appearance = createStore<{ is: Appearance }>(() => ({ is: kept() }))

/** As it was chosen last, before anything is drawn. */
export function wearAppearance(): void {
  wear(appearance.getState().is)
}

export function useAppearance(): Appearance {
  return useStore(appearance, (s) => s.is)
}

export function changeAppearance(): void {
  const is: Appearance = appearance.getState().is === 'dark' ? 'light' : 'dark'
  // First what the page looks like, then whoever reads that.
  wear(is)
  try {
    localStorage.setItem(KEPT, is)
  } catch {
    // Without storage it lasts as long as the page.
  }
  appearance.setState({ is })
}

function kept(): Appearance {
  try {
    return localStorage.getItem(KEPT) === 'light' ? 'light' : 'dark'
  } catch {
    return 'dark'
  }
}

function wear(is: Appearance): void {
  document.documentElement.dataset.theme = is
}
