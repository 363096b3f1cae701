import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findBrowser } from './browsers.ts'
import { findElectron } from './electron-binary.ts'
import { electronEnvironment } from './electron-settings.ts'
import { launch } from './launch.ts'
import { help, readOptions, WrongOption } from './options.ts'
import { thisMachine } from './this-machine.ts'
import { windowWays } from './window.ts'

// This file runs as dist/node/launch.js.
const dist = join(import.meta.dirname, '..')

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

async function start(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === undefined) {
    say(help)
    return 0
  }
  const stop = new AbortController()
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => stop.abort())
  const machine = thisMachine()
  const pages = options.pages ?? join(dist, 'renderer')
  return launch({
    options,
    programs: import.meta.dirname,
    pages,
    ways: (wish) =>
      windowWays(
        {
          ...wish,
          noWindow: !options.window,
          kiosk: options.kiosk,
          electron: findElectron(machine, electronPackage()),
          electronMain: join(dist, 'electron', 'main.js'),
          browser: findBrowser(machine),
        },
        machine,
      ),
    electronEnv: ({ server, setupCode }, folder, open) =>
      electronEnvironment({ server, setupCode, pages, folder, kiosk: options.kiosk, open }),
    ready: (told) => process.send?.({ ready: true, ...told }),
    stop: stop.signal,
    say,
  })
}

start().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`Ankan cannot start: ${error.message}\n`)
    if (error instanceof WrongOption) process.stderr.write(`${help}\n`)
    process.exit(1)
  },
)
