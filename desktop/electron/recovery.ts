const FIRST_MS = 500
const LONGEST_MS = 30_000
/** A page that lived this long was well: the next crash is a new one. */
const WELL_MS = 60_000

/** Brings a crashed page back: at once the first time, ever later when it keeps crashing. */
export class Recovery {
  #wait = FIRST_MS
  #since: number
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #reload: () => void
  readonly #now: () => number

  constructor(reload: () => void, now: () => number = () => performance.now()) {
    this.#reload = reload
    this.#now = now
    this.#since = now()
  }

  /** Returns after how many milliseconds the page comes back. */
  crashed(): number {
    if (this.#now() - this.#since >= WELL_MS) this.#wait = FIRST_MS
    const wait = this.#wait
    this.#wait = Math.min(wait * 2, LONGEST_MS)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#since = this.#now()
      this.#reload()
    }, wait)
    return wait
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
