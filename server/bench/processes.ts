import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerReady, serverNodeFlags } from '#shared/contract/process.ts'
import { simulatedSecret } from '#shared/contract/simulated-secret.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'

const dist = join(import.meta.dirname, '../../dist/node')

export interface ServerProcess {
  child: ChildProcess
  httpPort: number
  mqttPort: number
  /** Milliseconds from the start of the process until it served. */
  readyMs: number
}

/** The server as people run it: its own process, on a demonstration in `folder`. */
export async function startServer(folder: string, execArgv: readonly string[] = []): Promise<ServerProcess> {
  const started = performance.now()
  const child = fork(join(dist, 'server.js'), ['--data', folder, '--port', '0', '--mqtt-port', '0'], {
    silent: true,
    // Not the loader that the bench itself runs under: the server as people start it.
    execArgv: [...serverNodeFlags, ...execArgv],
  })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  const ready = await new Promise<ServerReady>((resolve, reject) => {
    child.once('message', (message) => resolve(message as ServerReady))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  const { httpPort, mqttPort } = ready
  return { child, httpPort, mqttPort, readyMs: performance.now() - started }
}

export function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))
}

export async function stopServer(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  server.child.kill(signal)
  await ended(server.child)
}

export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-bench-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The demonstration's devices of one kind, with the secrets that its simulator would use. */
export async function demoDevices(folder: string, kind: string): Promise<{ id: string; secret: string }[]> {
  const devices = JSON.parse(await readFile(join(folder, 'site/devices.json'), 'utf8')) as DeviceEntry[]
  const key = (await readFile(join(folder, 'simulator.key'), 'utf8')).trim()
  return devices
    .filter((device) => device.kind === kind)
    .map(({ device }) => ({ id: device, secret: simulatedSecret(key, device) }))
}
