import type { StageSky } from './stage-sky.ts'

/** A picture of the scene that is wanted. */
export interface SnapshotWish {
  /** Of the picture, in pixels; absent: as many as the scene has on the page. */
  width?: number
  /** Laid on this canvas, whatever it held; absent: on a new one. */
  onto?: HTMLCanvasElement
}

interface Due extends SnapshotWish {
  taken(picture: HTMLCanvasElement): void
  failed(why: Error): void
}

/**
 * Pictures of the scene as it is on the page: sky, place, rain, marks. The canvases of the place hold their picture
 * only until the page shows it, so it is taken directly after they are drawn.
 */
export class Snapshots {
  private readonly host: HTMLElement
  private readonly sky: Pick<StageSky, 'paintOn'>
  private readonly wake: () => void
  private due: Due[] = []

  constructor(host: HTMLElement, sky: Pick<StageSky, 'paintOn'>, wake: () => void) {
    this.host = host
    this.sky = sky
    this.wake = wake
  }

  take(wish: SnapshotWish = {}): Promise<HTMLCanvasElement> {
    return new Promise((taken, failed) => {
      this.due.push({ ...wish, taken, failed })
      this.wake()
    })
  }

  /** All of it was drawn just now. */
  drawn(): void {
    for (const { taken, ...wish } of this.due.splice(0)) taken(this.laid(wish))
  }

  /** Nothing will be drawn any more. */
  close(): void {
    for (const { failed } of this.due.splice(0)) failed(new Error('the scene is closed'))
  }

  private laid({ width, onto }: SnapshotWish): HTMLCanvasElement {
    const { clientWidth, clientHeight } = this.host
    const scale = (width ?? clientWidth) / Math.max(1, clientWidth)
    const picture = onto ?? document.createElement('canvas')
    picture.width = Math.max(1, Math.round(clientWidth * scale))
    picture.height = Math.max(1, Math.round(clientHeight * scale))
    const pen = picture.getContext('2d')
    if (!pen) return picture
    pen.imageSmoothingQuality = 'high'
    pen.scale(scale, scale)
    this.sky.paintOn(pen, clientWidth, clientHeight)
    for (const canvas of this.host.querySelectorAll('canvas')) {
      if (canvas.width === 0 || canvas.height === 0 || !canvas.checkVisibility({ visibilityProperty: true })) continue
      pen.globalAlpha = opacityOf(canvas, this.host)
      pen.drawImage(canvas, 0, 0, clientWidth, clientHeight)
    }
    return picture
  }
}

/** While one picture gives way to another, either is faint. */
function opacityOf(canvas: HTMLElement, host: HTMLElement): number {
  let opacity = 1
  for (let at: HTMLElement | null = canvas; at && at !== host; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity)
  return opacity
}
