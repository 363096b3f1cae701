import { createServer } from 'node:net'
import { bilingual } from './words.ts'

export const usualPorts = { http: 8040, page: 8041, mqtt: 1883 }

/**
 * The usual port, or 0 (any free one) when another program has it. A port that a person named is never exchanged:
 * other machines were told of it.
 */
export async function usualOrFree(
  port: number,
  host: string,
  what: string,
  say: (line: string) => void,
): Promise<number> {
  if (!(await isTaken(port, host))) return port
  say(
    bilingual({
      zh: `端口 ${port}（${what}）已被其他程序占用，改用空闲端口`,
      en: `port ${port} (${what}) is used by another program: taking a free one`,
    }),
  )
  return 0
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    // Any other refusal is the server's to explain.
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })
}
