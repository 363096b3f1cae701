import type { Bounds, KeptWindow } from './machine-settings.ts'

export interface Display {
  id: number
  workArea: Bounds
}

export interface Place {
  bounds: Bounds
  /** Its display is not there: it stands here for as long as that lasts. */
  displaced: boolean
}

/** As much of a window must be on a display for somebody to take hold of it. */
const LEAST = { width: 200, height: 80 }
const USUAL = { width: 1600, height: 900 }

/** Where a window comes: where it was, as long as somebody can see it there; else in the middle of the first display. */
export function placeFor(kept: KeptWindow | undefined, displays: readonly Display[]): Place {
  const display = displays.find(({ id }) => id === kept?.display)
  if (kept && display && isSeen(kept.bounds, display.workArea)) return { bounds: kept.bounds, displaced: false }
  // The system may number its displays anew; what counts is that it is seen where it was.
  if (kept && !display && displays.some(({ workArea }) => isSeen(kept.bounds, workArea)))
    return { bounds: kept.bounds, displaced: false }
  const area = (display ?? displays[0])?.workArea ?? { x: 0, y: 0, ...USUAL }
  const width = Math.min(kept?.bounds.width ?? USUAL.width, area.width)
  const height = Math.min(kept?.bounds.height ?? USUAL.height, area.height)
  const x = area.x + Math.floor((area.width - width) / 2)
  const y = area.y + Math.floor((area.height - height) / 2)
  return { bounds: { x, y, width, height }, displaced: kept !== undefined }
}

/** A display on which none of the windows stands; the first one when there is none. */
export function freeDisplay(displays: readonly Display[], windows: readonly Bounds[]): Display | undefined {
  const holds = ({ workArea }: Display) =>
    windows.some(({ x, y, width, height }) => {
      const [middleX, middleY] = [x + width / 2, y + height / 2]
      return (
        middleX >= workArea.x &&
        middleX < workArea.x + workArea.width &&
        middleY >= workArea.y &&
        middleY < workArea.y + workArea.height
      )
    })
  return displays.find((display) => !holds(display)) ?? displays[0]
}

function isSeen(a: Bounds, b: Bounds): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  // Its upper edge is what one takes hold of.
  return width >= Math.min(LEAST.width, a.width) && height >= Math.min(LEAST.height, a.height) && a.y >= b.y - 10
}
