import { setImmediate as breathe } from 'node:timers/promises'

const ROWS = 500

/** Long lists by name as JSON; between two pieces others have their turn. The lists must not change meanwhile. */
export async function writtenInSlices(lists: Readonly<Record<string, readonly unknown[]>>): Promise<Buffer> {
  const pieces: Buffer[] = []
  const say = (text: string) => pieces.push(Buffer.from(text))
  let first = true
  for (const [name, rows] of Object.entries(lists)) {
    say(`${first ? '{' : ','}${JSON.stringify(name)}:[`)
    first = false
    for (let i = 0; i < rows.length; i += ROWS) {
      if (i > 0) await breathe()
      say(`${i > 0 ? ',' : ''}${JSON.stringify(rows.slice(i, i + ROWS)).slice(1, -1)}`)
    }
    say(']')
  }
  say(first ? '{}' : '}')
  return Buffer.concat(pieces)
}
