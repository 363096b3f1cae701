import { AnkanError } from '#shared/errors.ts'
import { registry } from '#shared/registry.ts'
import { Refused } from '../import/refused.ts'
import { bilingual } from '../import/words.ts'
import { buildCommand } from './build.ts'
import { checkCommand } from './check.ts'
import { type Command, FAILED, GOOD, type Terminal, WRONG_USAGE, WrongUsage } from './command.ts'
import { demoCommand } from './demo.ts'
import { importCommand } from './import.ts'

export const commands = registry<Command>('command', ({ name }) => name, [
  importCommand,
  buildCommand,
  demoCommand,
  checkCommand,
])

const help = `Ankan 安瞰 · 场所工具  |  the tool for places
  npm run place -- COMMAND ...

${commands.all.map(({ line }) => `  ${line}`).join('\n')}

  npm run place -- COMMAND --help    某命令的说明  |  more about one of them
  npm start -- --site DIR            以此社区启动  |  starts the command center on it`

export const INTERRUPTED = 130

/** Does what was typed; returns the exit code. */
export async function runCommand([name, ...args]: string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.say(help)
    return name === undefined ? WRONG_USAGE : GOOD
  }
  const command = commands.get(name)
  if (!command) {
    terminal.warn(bilingual({ zh: `没有命令 ${name}`, en: `there is no command ${name}` }))
    terminal.warn(help)
    return WRONG_USAGE
  }
  if (args.includes('--help')) {
    terminal.say(command.help)
    return GOOD
  }
  try {
    return await command.run(args, terminal)
  } catch (error) {
    return tell(error, command, terminal)
  }
}

function tell(error: unknown, command: Command, terminal: Terminal): number {
  if (terminal.signal.aborted) {
    terminal.warn(bilingual({ zh: '已中断，未留下任何半成品', en: 'interrupted; nothing was left half done' }))
    return INTERRUPTED
  }
  if (error instanceof WrongUsage) {
    terminal.warn(bilingual({ zh: `用法错误：${error.message}`, en: `wrong usage: ${error.message}` }))
    terminal.warn(command.help)
    return WRONG_USAGE
  }
  const { message, stack, code } = error as NodeJS.ErrnoException
  // Of what was foreseen (a file that cannot be read, a full disk), the words are enough.
  const isForeseen = error instanceof Refused || error instanceof AnkanError || code !== undefined
  terminal.warn(isForeseen ? message : (stack ?? message))
  return FAILED
}
