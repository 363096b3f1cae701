import type { ServerReady } from '#shared/contract/process.ts'
import { Program } from './program.ts'

/** One of our own programs: it writes to our terminal and ends when its channel to us closes. */
export function nodeProgram(file: string, args: string[], nodeFlags: readonly string[] = []): Program {
  return new Program(process.execPath, [...nodeFlags, file, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

export function whenReady(server: Program): Promise<ServerReady> {
  return new Promise((resolve) => {
    server.process.on('message', (message: Partial<ServerReady> | null) => {
      if (message?.ready) resolve(message as ServerReady)
    })
  })
}

/** Where this machine reaches a server that listens on `host`. */
export function serverAddress(host: string, port: number): string {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${near.includes(':') ? `[${near}]` : near}:${port}`
}
