import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { type ElectronSettings, readElectronSettings } from '../launch/electron-settings.ts'

const Told = z.object({ ready: z.literal(true), server: z.string(), setupCode: z.string().optional() })

export interface Standalone {
  /** The built launcher. */
  launcher: string
  args: string[]
  pages: string
  /** Where an installed program keeps what is its user's. */
  folder: string
}

export interface Backend {
  settings: ElectronSettings
  /** Ends what was started here, and waits for it. */
  end(): Promise<void>
}

/**
 * Where the server is. The launcher has told it; an installed program, which nobody launched, starts the launcher
 * itself, without a window. The launcher and its server end when the channel to us closes.
 */
export async function findBackend(env: NodeJS.ProcessEnv, alone: Standalone): Promise<Backend> {
  const told = readElectronSettings(env)
  if (told) return { settings: told, end: async () => {} }
  const { pages, folder } = alone
  const kiosk = alone.args.includes('--kiosk')
  const launcher = fork(alone.launcher, ['--no-window', '--pages', pages, ...dataFolder(alone), ...alone.args], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const complaint = text(launcher.stderr as Readable)
  const ended = once(launcher, 'exit')
  const end = async () => {
    if (launcher.connected) launcher.disconnect()
    await ended
  }
  return new Promise((resolve, reject) => {
    launcher.on('message', (message) => {
      const { server, setupCode } = Told.parse(message)
      resolve({ settings: { server, ...(setupCode ? { setupCode } : {}), pages, folder, kiosk }, end })
    })
    ended.then(
      async ([code]) => reject(new Error((await complaint).trim() || `the server ended with code ${code}`)),
      reject,
    )
  })
}

function dataFolder({ args, folder }: Standalone): string[] {
  return args.some((arg) => arg === '--data' || arg.startsWith('--data=')) ? [] : ['--data', `${folder}/data`]
}
