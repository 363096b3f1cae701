import { z } from 'zod'

/** What the launcher tells an Electron window that it starts. */
const ElectronSettings = z.object({
  server: z.url({ protocol: /^https?$/ }).optional(),
  setupCode: z.string().optional(),
  /** A recording to be opened. */
  open: z.string().min(1).optional(),
  /** The page bundle. */
  pages: z.string().min(1),
  /** What the window keeps; two windows never share one. */
  folder: z.string().min(1),
  kiosk: z.boolean(),
})
export type ElectronSettings = z.infer<typeof ElectronSettings>

const NAME = 'ANKAN_WINDOW'

/** Through the environment, not the command line: other users of the machine can read that one. */
export function electronEnvironment(settings: ElectronSettings): NodeJS.ProcessEnv {
  return { [NAME]: JSON.stringify(settings) }
}

/** Undefined when nobody launched this window: it was started by itself, as an installed program is. */
export function readElectronSettings(env: NodeJS.ProcessEnv): ElectronSettings | undefined {
  const told = env[NAME]
  return told ? ElectronSettings.parse(JSON.parse(told)) : undefined
}
