import { type ChildProcess, execFile, fork } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { testDevices, testSite } from './site.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/node/server.js')
const PLACE = join(import.meta.dirname, '../../dist/node/place.js')

export interface Child {
  process: ChildProcess
  httpPort: number
  mqttPort: number
  setupCode: string | null
  output(): string
  /** Ends it and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

function launch(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = fork(PROGRAM, args, { silent: true, env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      output += data
    })
  // Not 'close': it does not come once the channel between the two was closed from here.
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const streams = [child.stdout, child.stderr].map((stream) => new Promise((resolve) => stream?.once('close', resolve)))
  const gone = Promise.all([exit, ...streams]).then(([code]) => code as number | null)
  onTestFinished(() => {
    child.kill('SIGKILL')
    return gone.then(() => {})
  })
  return { child, gone, output: () => output }
}

/** The program that people start, as a process of its own, on free ports. */
export async function startChild(args: string[]): Promise<Child> {
  const { child, gone, output } = launch(['--port', '0', '--mqtt-port', '0', ...args])
  const ready = await new Promise<{ httpPort: number; mqttPort: number; setupCode: string | null }>(
    (resolve, reject) => {
      child.once('message', resolve as (message: unknown) => void)
      void gone.then((code) => reject(new Error(`the server ended with ${code}: ${output()}`)))
    },
  )
  return {
    ...ready,
    process: child,
    output,
    end(signal) {
      child.kill(signal)
      return gone
    },
  }
}

/** Runs the program to its end. */
export async function runChild(
  args: string[],
  env?: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const { gone, output } = launch(args, env)
  return { code: await gone, output: output() }
}

/** With its tiles: a server on it has nothing left to build, and leaves nothing at work when it is killed. */
export async function writeSite(folder: string): Promise<string> {
  await writeUntiledSite(folder)
  await promisify(execFile)(process.execPath, [PLACE, 'build', folder])
  return folder
}

export async function writeUntiledSite(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const parts = {
    'community.json': testSite.community,
    'grounds.json': testSite.grounds,
    'buildings.json': testSite.buildings,
    'devices.json': testDevices,
  }
  for (const [name, content] of Object.entries(parts)) await writeFile(join(folder, name), JSON.stringify(content))
  return folder
}
