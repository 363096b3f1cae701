import { type Pose, turned } from '../../renderer/scene/camera/pose.ts'

/** What a page that is measured lets the bench do. */
export interface Turning {
  /** Resolves when all that the view needs is there and drawn. */
  whole(): Promise<void>
  /** Turns about what it looks at, for so long, and comes back. Resolves with the pictures drawn in a second. */
  turn(seconds: number): Promise<number>
}

/** A bare engine: it looks from where ours is told to look. */
export interface Bare extends Turning {
  look(pose: Pose): void
  /** Turns for so long with so many pictures a second. Resolves with the pictures drawn. */
  pace(seconds: number, rate: number): Promise<number>
  /** By the page's clock, which starts with the navigation. */
  firstPicture: Promise<number>
}

const DEGREES_A_SECOND = 15

/** The way of the camera: by the clock, so that it is the same however many pictures are drawn. */
export function poseAfter({ heading, ...start }: Pose, ms: number): Pose {
  return { ...start, heading: turned(heading + (DEGREES_A_SECOND * ms) / 1000) }
}

/** For an engine that draws with each frame of the page. */
export async function turnBare(from: Pose, seconds: number, draw: (pose: Pose) => void): Promise<number> {
  const began = performance.now()
  let pictures = 0
  for (let at = began; at - began < seconds * 1000; pictures++) {
    draw(poseAfter(from, at - began))
    at = await nextFrame()
  }
  const rate = pictures / ((performance.now() - began) / 1000)
  draw(from)
  return rate
}

/** As often as another page drew: what a picture costs depends on how long ago the last one was. */
export async function paceBare(from: Pose, seconds: number, rate: number, draw: (pose: Pose) => void): Promise<number> {
  const began = performance.now()
  let pictures = 0
  for (; performance.now() - began < seconds * 1000; pictures++) {
    await pause((1000 / rate) * (pictures + 1) - (performance.now() - began))
    draw(poseAfter(from, (await nextFrame()) - began))
  }
  draw(from)
  return pictures
}

export function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame)
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

declare global {
  interface Window {
    bare: Bare
  }
}
