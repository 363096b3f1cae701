/** A name that would like to be read, at a point of the screen. */
export interface NameWish {
  text: string
  x: number
  y: number
  width: number
  height: number
  /** Half of the mark that it stands beside; 0: a name alone, in its middle. */
  gap: number
  rank: number
  /** Shown in any case. */
  must: boolean
  faint: boolean
}

export interface PlacedName {
  wish: NameWish
  left: number
  top: number
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const CELL = 96

/** What is taken already, looked up by squares of the screen. */
export class Taken {
  private readonly cells = new Map<number, Box[]>()

  isFree(box: Box): boolean {
    for (const key of keys(box))
      for (const other of this.cells.get(key) ?? [])
        if (box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)
          return false
    return true
  }

  take(box: Box): void {
    for (const key of keys(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }
}

function* keys({ left, top, right, bottom }: Box): Generator<number> {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 65536 + y
}

/**
 * Finds room for names, the most important first. A name that fits nowhere is left out: none covers another. The
 * sides are tried in a fixed order, so a name stays where it was as long as it can.
 */
export function placeNames(wishes: NameWish[], taken: Taken, most: number): PlacedName[] {
  wishes.sort((a, b) => Number(b.must) - Number(a.must) || b.rank - a.rank || a.y - b.y)
  const placed: PlacedName[] = []
  for (const wish of wishes) {
    if (placed.length >= most && !wish.must) break
    const spots = spotsOf(wish)
    const spot = spots.find((box) => taken.isFree(box)) ?? (wish.must ? spots[0] : undefined)
    if (!spot) continue
    taken.take(spot)
    placed.push({ wish, left: spot.left, top: spot.top })
  }
  return placed
}

function spotsOf({ x, y, width, height, gap }: NameWish): Box[] {
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  // A name alone may move up or down a little: it still lies on what it names.
  if (gap === 0) return [0, -1, 1, -1.8].map((lines) => box(x - width / 2, y - height / 2 + lines * height))
  return [
    box(x + gap + 3, y - height / 2),
    box(x - width / 2, y - gap - height - 2),
    box(x - gap - 3 - width, y - height / 2),
    box(x - width / 2, y + gap + 2),
  ]
}
