import type { ComponentType } from 'react'
import type { Permission } from '#shared/contract/roles.ts'
import type { Texts } from '../i18n/zh.ts'
import type { Screen } from '../store/screen.ts'

export type Side = 'left' | 'right' | 'above' | 'below' | 'within'

/** Something to look at, that can stand anywhere on a screen. Each is a folder here and a line in `index.ts`. */
export interface Panel {
  /** The name of its folder: the arrangements that people keep say it. */
  id: string
  title(t: Texts): string
  Show: ComponentType
  /** Where it comes when it is called, if what it stands beside is there. */
  comes: { side: Side; of: string }
  /** Pixels of which it makes something. */
  least: { width: number; height: number }
  /** Nobody closes it: it comes and goes with what it shows, or is what the others stand around. */
  stays?: true
  /** It shares its room with no other behind a tab. */
  alone?: true
  /** The screens that have it; absent: every one. */
  on?: readonly Screen[]
  /** Who may see what it shows. */
  needs: Permission
}
