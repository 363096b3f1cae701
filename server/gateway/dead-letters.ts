import type { ErrorCode } from '#shared/errors.ts'
import { type Clock, MINUTE } from '#shared/time.ts'
import type { EventLog } from '../log/log.ts'
import type { Storage } from '../log/storage.ts'

export type Source = 'mqtt' | 'http' | 'socket'

const KEPT = 10_000
/** A broken device repeats itself: so many a minute and source are kept as examples, all are counted. */
const KEPT_A_MINUTE = 120
const EXCERPT = 500

/** What was refused, why, and how often. */
export class DeadLetters {
  private readonly counted = new Map<string, number>()
  private readonly log: EventLog
  private readonly storage: Storage
  private readonly clock: Clock
  private readonly recent = new Map<Source, { since: number; kept: number }>()
  private untrimmed = 0

  constructor(log: EventLog, storage: Storage, clock: Clock) {
    this.log = log
    this.storage = storage
    this.clock = clock
  }

  /** Resolves when the letter is on disk, or at once when it is only counted. Never rejects. */
  async put(source: Source, from: string, code: ErrorCode, reason: string, content: unknown): Promise<void> {
    const key = `${source} ${code}`
    this.counted.set(key, (this.counted.get(key) ?? 0) + 1)
    if (this.log.fault || !this.mayKeep(source)) return
    const letter = {
      at: this.clock.now(),
      source,
      from,
      code,
      reason: reason.slice(0, EXCERPT),
      excerpt: excerptOf(content),
    }
    try {
      await this.log.write({ deadLetter: letter })
      if (++this.untrimmed >= 1000) {
        this.untrimmed = 0
        await this.storage.trimDeadLetters(KEPT)
      }
    } catch {
      // The disk has its own alarm; a refused message is not worth a second one.
    }
  }

  private mayKeep(source: Source): boolean {
    const now = this.clock.monotonic()
    let window = this.recent.get(source)
    if (!window || now - window.since >= MINUTE) {
      window = { since: now, kept: 0 }
      this.recent.set(source, window)
    }
    return ++window.kept <= KEPT_A_MINUTE
  }

  counts(): { source: string; code: string; count: number }[] {
    return [...this.counted].map(([key, count]) => {
      const [source = '', code = ''] = key.split(' ')
      return { source, code, count }
    })
  }
}

/** The start of it as printable text. */
export function excerptOf(content: unknown): string {
  const text =
    typeof content === 'string'
      ? content
      : Buffer.isBuffer(content)
        ? content.subarray(0, EXCERPT).toString('utf8')
        : safeJson(content)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.slice(0, EXCERPT).replace(/[\u0000-\u001f\u007f]/g, '·')
}

function safeJson(content: unknown): string {
  try {
    return JSON.stringify(content) ?? String(content)
  } catch {
    return String(content)
  }
}
