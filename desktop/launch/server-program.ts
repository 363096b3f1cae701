import { Program } from './program.ts'

/** What the server tells whoever started it. */
export interface Ready {
  ready: true
  httpPort: number
  mqttPort: number
  setupCode: string | null
}

/** One of our own programs: it writes to our terminal and ends when its channel to us closes. */
export function nodeProgram(file: string, args: string[]): Program {
  return new Program(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

export function whenReady(server: Program): Promise<Ready> {
  return new Promise((resolve) => {
    server.process.on('message', (message: Partial<Ready> | null) => {
      if (message?.ready) resolve(message as Ready)
    })
  })
}

/** Where this machine reaches a server that listens on `host`. */
export function serverAddress(host: string, port: number): string {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${near.includes(':') ? `[${near}]` : near}:${port}`
}
