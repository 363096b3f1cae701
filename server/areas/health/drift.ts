/** Further off than this, a time is wrong; nearer than that, it is right again. In milliseconds. */
const WRONG = 30_000
const RIGHT = 10_000
/** So many in a row, not all at once: what was kept while a line was down comes late, but its clock is right. */
const IN_A_ROW = 4
const SPREAD = 20_000

interface Seen {
  /** How many in a row were off, the least of them, and when the first came. */
  off: number
  least: number
  since: number
  isWrong: boolean
  /** When it spoke last, right or wrong. */
  heardAt: number
}

/** Whether the clock of a device goes wrong, from the times that it gives its readings. */
export class Drift {
  private readonly seen = new Map<string, Seen>()

  /** It was wrong when somebody last looked. */
  resume(device: string): void {
    if (this.seen.get(device)?.isWrong) return
    this.seen.set(device, { off: IN_A_ROW, least: WRONG, since: Number.NEGATIVE_INFINITY, isWrong: true, heardAt: 0 })
  }

  /** Its clock is wrong, but since then it spoke. */
  isSpeaking(device: string, since: number): boolean {
    const seen = this.seen.get(device)
    return seen !== undefined && seen.isWrong && seen.heardAt >= since
  }

  forget(device: string): void {
    this.seen.delete(device)
  }

  /** Seconds that it is off, once that is sure; 0: it is right again; undefined: nothing new is known. */
  note(device: string, saidAt: number, cameAt: number, now: number): number | undefined {
    const off = Math.abs(cameAt - saidAt)
    const seen = this.seen.get(device)
    if (seen) seen.heardAt = now
    if (off < WRONG) {
      if (!seen) return undefined
      if (seen.isWrong && off >= RIGHT) return undefined
      this.seen.delete(device)
      return seen.isWrong ? 0 : undefined
    }
    if (!seen) {
      this.seen.set(device, { off: 1, least: off, since: now, isWrong: false, heardAt: now })
      return undefined
    }
    seen.off++
    seen.least = Math.min(seen.least, off)
    if (seen.isWrong || seen.off < IN_A_ROW || now - seen.since < SPREAD) return undefined
    seen.isWrong = true
    return seen.least / 1000
  }
}
