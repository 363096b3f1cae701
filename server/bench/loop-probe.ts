import { type ChildProcess, spawn } from 'node:child_process'

/** Loaded into a server before all else: it says, when asked, for how long its event loop was held up at most since. */
const PROBE = `
import { monitorEventLoopDelay } from 'node:perf_hooks'
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', (message) => {
  if (message !== 'longest-block') return
  process.send({ longestBlockMs: delay.max / 1e6 })
  delay.reset()
})
`
export const loopProbe = [`--import=data:text/javascript,${encodeURIComponent(PROBE)}`]

/** A process that does nothing: how long it is held up is what the machine does to everybody. */
export function startIdle(): ChildProcess {
  return spawn(process.execPath, [...loopProbe, '-e', 'setInterval(() => {}, 5)'], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Milliseconds since it was asked before. */
export function longestBlock(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      const said = (message as { longestBlockMs?: number }).longestBlockMs
      if (said === undefined) return
      server.off('message', hear)
      resolve(said)
    }
    server.on('message', hear)
    server.send('longest-block')
  })
}
