import type { Terminal } from './command.ts'

/** Milliseconds between two lines of progress where nothing can be written over. */
const NOW_AND_THEN = 3000
const SMOOTH = 80

export function openTerminal(signal: AbortSignal): Terminal {
  const { stdout, stderr } = process
  let shown = false
  let last = Number.NEGATIVE_INFINITY
  // Whoever reads along may stop: that ends nothing here.
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  const clear = () => {
    if (shown) stderr.write('\r\x1b[2K')
    shown = false
  }
  return {
    signal,
    say(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    warn(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(text) {
      const now = performance.now()
      if (now - last < (stderr.isTTY ? SMOOTH : NOW_AND_THEN)) return
      // The first line waits as well: what is done at once needs no progress.
      const isFirst = last === Number.NEGATIVE_INFINITY
      last = now
      if (!stderr.isTTY) {
        if (!isFirst) stderr.write(`${text}\n`)
        return
      }
      stderr.write(`\r\x1b[2K${text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1 - wide(text)))}`)
      shown = true
    },
  }
}

/** Chinese letters take two columns. */
const wide = (text: string) => text.match(/[\u2e80-\uffef]/g)?.length ?? 0
