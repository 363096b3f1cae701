import { createStore } from 'zustand/vanilla'
import type { Vantage } from '#shared/world/vantage.ts'
import type { Vantage as SceneVantage } from '../../../scene/vantage.ts'
import type { Center } from '../../../store/center.ts'
import { shownScene } from '../../scene/shown-scene.ts'

/** What is about to be kept as a bookmark, as it was when somebody said so. */
export interface Keeping {
  moment: number
  /** The stretch that was chosen on the timeline ends here. */
  until: number | undefined
  view: Vantage | undefined
  picture: string | undefined
}

export const keeping = createStore<{ now: Keeping | undefined }>(() => ({ now: undefined }))

const WIDTH = 320
const QUALITY = 0.7
/** A page that nobody looks at draws nothing. */
const PATIENCE_MS = 2500

/** The moment that is shown, with the scene as it is: what comes after waits for nobody's words. */
export function beginKeeping(center: Center): void {
  const { past } = center.state.getState()
  past?.pause()
  const loop = past?.state.getState().loop
  const { stage } = shownScene.getState()
  const begun: Keeping = {
    moment: Math.round(loop?.[0] ?? center.now()),
    until: loop && Math.round(loop[1]),
    view: stage && whole(stage.vantage),
    picture: undefined,
  }
  keeping.setState({ now: begun })
  void thumbnail().then((picture) => {
    const { now } = keeping.getState()
    if (picture && now?.moment === begun.moment) keeping.setState({ now: { ...now, picture } })
  })
}

export function endKeeping(): void {
  keeping.setState({ now: undefined })
}

async function thumbnail(): Promise<string | undefined> {
  const taken = shownScene.getState().stage?.picture({ width: WIDTH })
  const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined))
  const picture = await Promise.race([taken, tooLate]).catch(() => undefined)
  return picture?.toDataURL('image/jpeg', QUALITY).split(',')[1]
}

/** What is not there is not said at all. */
function whole({ pose, building, arrangement }: SceneVantage): Vantage {
  if (building === undefined) return { pose }
  if (!arrangement) return { pose, building }
  const { floor, ...laid } = arrangement
  return { pose, building, arrangement: { ...laid, ...(floor !== undefined && { floor }) } }
}
