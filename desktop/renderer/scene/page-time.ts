/** How much later than the clock of the machine, so that nothing leaps when the clock was held. */
let ahead = 0
let held: number | undefined

/** The clock by which all that moves on the stage moves. */
export function pageNow(): number {
  return held ?? performance.now() + ahead
}

/** From now on it goes on only as it is told, for a film that is made picture by picture. Whoever holds it lets it go. */
export function holdPageTime(): { goOn(ms: number): void; release(): void } {
  if (held !== undefined) throw new Error('the clock of the page is held already')
  held = pageNow()
  return {
    goOn(ms) {
      if (held !== undefined) held += ms
    },
    release() {
      if (held === undefined) return
      ahead = held - performance.now()
      held = undefined
    },
  }
}
