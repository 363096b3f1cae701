import type { Enu } from '#shared/place/geodesy.ts'
import type { Sheet } from '../content/content.ts'
import type { Stage, Tool } from '../stage.ts'
import { Drawing } from './drawing.ts'
import { endPicture } from './ends.ts'
import { areaOf, lengthOf, middleOf, sightBetween } from './measures.ts'

export type Measure = 'distance' | 'area' | 'height' | 'sight'

export type Measured =
  | { what: 'distance' | 'height'; metres: number }
  | { what: 'area'; squareMetres: number; metres: number }
  /** `until`: how far one sees; `by`: the house that ends the view. */
  | { what: 'sight'; metres: number; until: number; free: boolean; by: string | undefined }

/** What is written at the measured thing itself, in the language of who looks. */
export interface MeasureWords {
  figure(measured: Measured): string
  eye: string
  target: string
}

export interface MeasuringWish {
  what: Measure
  words: MeasureWords
  told(measured: Measured | undefined): void
  /** It is put away. */
  done(): void
}

/** Eyes are not on the ground. */
const EYES = 1.6
const TAKES: Record<Measure, number> = { distance: 50, area: 50, height: 2, sight: 2 }

/** Points set by hand, the line through them, and what comes of it. */
export class Measuring implements Tool {
  readonly done: () => void
  private readonly stage: Stage
  private readonly wish: MeasuringWish
  private readonly sheet: Sheet
  private words: MeasureWords
  private points: Enu[] = []

  constructor(stage: Stage, wish: MeasuringWish) {
    this.stage = stage
    this.wish = wish
    this.done = wish.done
    this.words = wish.words
    this.sheet = stage.content.lay('measure')
  }

  /** A click on the place; one more than it takes begins anew. */
  click(x: number, y: number): void {
    const at = this.stage.groundAt(x, y)
    if (!at) return
    const { what } = this.wish
    if (this.points.length >= TAKES[what]) this.points = []
    this.points.push(what === 'sight' ? { ...at, up: at.up + EYES } : at)
    this.draw()
  }

  /** Takes the last point back. */
  undo(): boolean {
    if (this.points.length === 0) return false
    this.points.pop()
    this.draw()
    return true
  }

  /** Another language was chosen. */
  speak(words: MeasureWords): void {
    this.words = words
    this.draw()
  }

  close(): void {
    this.stage.content.lift(this.sheet)
    this.wish.told(undefined)
  }

  private draw(): void {
    const { points, words } = this
    const drawing = new Drawing(this.sheet, this.stage.inside.place ?? '')
    const isSight = this.wish.what === 'sight'
    for (const [i, at] of points.entries()) {
      const end = !isSight ? 'point' : i === 0 ? 'eye' : 'target'
      drawing.mark(`point ${i}`, at, endPicture(end), end === 'point' ? undefined : words[end])
    }
    const [a, b] = points
    this.wish.told(a && b && this.measure(a, b, drawing))
  }

  private measure(a: Enu, b: Enu, drawing: Drawing): Measured {
    switch (this.wish.what) {
      case 'height':
        return this.height(a, b, drawing)
      case 'sight':
        return this.sight(a, b, drawing)
      case 'area':
        if (this.points.length > 2) return this.area(a, drawing)
    }
    const measured: Measured = { what: 'distance', metres: lengthOf(this.points) }
    drawing.line('way', this.points)
    const last = this.points.length - 1
    drawing.mark(`point ${last}`, this.points[last] as Enu, endPicture('point'), this.words.figure(measured))
    return measured
  }

  private height(a: Enu, b: Enu, drawing: Drawing): Measured {
    const measured: Measured = { what: 'height', metres: Math.abs(b.up - a.up) }
    const over = { ...a, up: b.up }
    drawing.line('across', [over, b], 'aid')
    drawing.line('up', [a, over])
    drawing.mark('figure', over, endPicture('point'), this.words.figure(measured))
    return measured
  }

  private sight(a: Enu, b: Enu, drawing: Drawing): Measured {
    const { free, until, by } = sightBetween(a, b, this.stage.obstacles)
    const measured: Measured = {
      what: 'sight',
      metres: lengthOf([a, b]),
      until: lengthOf([a, until]),
      free,
      by: by?.place,
    }
    if (!free) drawing.line('hidden', [until, b], 'hidden')
    drawing.line('seen', [a, until])
    const figure = this.words.figure(measured)
    if (free) drawing.mark('point 1', b, endPicture('target'), `${this.words.target} · ${figure}`)
    else drawing.mark('figure', until, endPicture('stop'), figure)
    return measured
  }

  private area(a: Enu, drawing: Drawing): Measured {
    const closed = [...this.points, a]
    const measured: Measured = { what: 'area', squareMetres: areaOf(this.points), metres: lengthOf(closed) }
    drawing.line('edge', closed)
    drawing.area(this.points)
    drawing.mark('figure', middleOf(this.points), undefined, this.words.figure(measured))
    return measured
  }
}
