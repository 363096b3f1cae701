import '../../renderer/theme/tokens.css'
import '../../renderer/screens/scene/scene.css'
import type { FullState } from '#shared/contract/wire.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import type { Pose } from '../../renderer/scene/camera/pose.ts'
import { startScene } from '../../renderer/screens/scene/start-scene.ts'
import { Center } from '../../renderer/store/center.ts'
import type { Place } from '../../renderer/store/site.ts'
import { AFTERNOON } from './clock.ts'
import { Feed } from './feed.ts'
import { type Picks, picksOf } from './picks.ts'
import { nextFrame, pause, poseAfter, type Turning } from './turning.ts'

export interface Spent {
  pictures: number
  seconds: number
  /** Of the server, that were told. */
  frames: number
}

/** Our scene with all its layers, on a world that this page is told. */
export interface Ours extends Turning {
  /** How many things move. */
  readonly moving: number
  pose(): Pose
  /** With everything that moves being told where it is, the camera still or turning. */
  live(seconds: number, turning: boolean): Promise<Spent>
  /** With its storeys apart. */
  enter(building: string): Promise<void>
  fixQuality(level: number | undefined): void
  /** What it draws with just now. */
  spends(): { level: number; resolution: number; tileError: number }
  pick(count: number): Picks
}

declare global {
  interface Window {
    ours: Ours
  }
}

const movers = new URLSearchParams(location.search).get('movers')
const community = (await (await fetch(`/community/${movers}`)).json()) as Place & { state: FullState }
const center = new Center('')
center.state.setState({ clockOffset: AFTERNOON - Date.now() })
center.world.start('bench', community.state)
const host = document.createElement('div')
host.className = 'scene-host'
document.body.append(host)
const { stage } = startScene(host, community, center, zh)
const feed = new Feed(center.world)

async function whole(): Promise<void> {
  const { state } = stage
  const isThere = () =>
    stage.isWhole && !stage.rig.isFlying && state.getState().notices.length === 0 && !state.getState().inside?.arriving
  for (let rounds = 0; rounds < 5; rounds = isThere() ? rounds + 1 : 0) await nextFrame()
}

async function live(seconds: number, turning: boolean): Promise<Spent> {
  const frames = feed.prepare(seconds)
  const { rig, meter } = stage
  const start = rig.pose
  const began = performance.now()
  const before = meter.pictures
  feed.played = 0
  const stop = feed.play(frames)
  if (turning) rig.drive((now) => poseAfter(start, now - began))
  stage.wake()
  await pause(seconds * 1000)
  const spent = {
    pictures: meter.pictures - before,
    seconds: (performance.now() - began) / 1000,
    frames: feed.played,
  }
  stop()
  rig.halt()
  rig.pose = start
  stage.wake()
  return spent
}

window.ours = {
  moving: feed.size,
  pose: () => stage.rig.pose,
  whole,
  live,
  async turn(seconds) {
    const spent = await live(seconds, true)
    return spent.pictures / spent.seconds
  },
  async enter(building) {
    if ((await stage.inside.enter(building)) !== 'in') throw new Error(`${building} was not opened`)
    await whole()
    stage.arrange({ mode: 'apart', seeThrough: false })
    await whole()
  },
  fixQuality: (level) => stage.fixQuality(level),
  spends: () => stage.ladder.now,
  pick: (count) => picksOf(stage, count),
}
