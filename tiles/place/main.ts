import { INTERRUPTED, runCommand } from './commands.ts'
import { openTerminal } from './terminal.ts'

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (interrupt.signal.aborted) process.exit(INTERRUPTED)
    interrupt.abort()
  })
// Started by a server, it ends with it, even if that was killed.
process.on('disconnect', () => interrupt.abort())
process.channel?.unref()
process.exitCode = await runCommand(process.argv.slice(2), openTerminal(interrupt.signal))
