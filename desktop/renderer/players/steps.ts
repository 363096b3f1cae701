type Direction = 1 | -1

/** Goes from event to event: presses that come while one is on its way are done after it, one that goes back takes one away. */
export class Steps {
  private readonly take: (direction: Direction) => Promise<boolean>
  private due = 0
  private going: Promise<boolean> | undefined

  /** `take` goes one step; false: there is none. */
  constructor(take: (direction: Direction) => Promise<boolean>) {
    this.take = take
  }

  /** False: there was none any more. */
  press(direction: Direction): Promise<boolean> {
    this.due += direction
    this.going ??= this.walk().finally(() => {
      this.going = undefined
    })
    return this.going
  }

  /** Somebody goes elsewhere. */
  forget(): void {
    this.due = 0
  }

  private async walk(): Promise<boolean> {
    while (this.due !== 0) {
      const direction = Math.sign(this.due) as Direction
      this.due -= direction
      if (await this.take(direction)) continue
      this.due = 0
      return false
    }
    return true
  }
}
