import { createStore } from 'zustand/vanilla'
import { BundleError, type BundleProblem } from '#shared/bundle/bundle.ts'
import type { Center } from '../center.ts'
import { Recording } from './recording.ts'

interface Opening {
  /** Of the file that is opened just now, that is checked; undefined: none is. */
  share: number | undefined
  problem: BundleProblem | 'failed' | undefined
  /** The name of the file that it is about. */
  name: string
}

const NOTHING: Opening = { share: undefined, problem: undefined, name: '' }
export const opening = createStore<Opening>(() => NOTHING)
let last = 0

/** Opens a file in place of what this screen shows; says why not when that cannot be. */
export async function openFile(center: Center, file: File): Promise<void> {
  const turn = ++last
  opening.setState({ share: 0, problem: undefined, name: file.name })
  try {
    const recording = await Recording.open(file, (share) => turn === last && opening.setState({ share }))
    // Meanwhile another one was chosen.
    if (turn !== last) return
    opening.setState(NOTHING)
    center.show(recording)
  } catch (error) {
    const problem = error instanceof BundleError ? error.problem : 'failed'
    if (turn === last) opening.setState({ share: undefined, problem })
  }
}

/** The file that the window was opened with: whoever started it has already chosen. */
export async function openGiven(center: Center, name: string, read: () => Promise<Blob | undefined>): Promise<void> {
  const turn = ++last
  opening.setState({ share: 0, problem: undefined, name })
  const content = await read().catch(() => undefined)
  if (turn !== last) return
  if (content) return openFile(center, new File([content], name))
  opening.setState({ share: undefined, problem: 'failed' })
}

export function forgetOpening(): void {
  last++
  opening.setState(NOTHING)
}
