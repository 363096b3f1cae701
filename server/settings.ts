import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'

const Settings = z.object({
  data: z.string().min(1).default('data'),
  site: z.string().min(1).optional(),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8040),
  mqttPort: z.coerce.number().int().min(0).max(65_535).default(1883),
  /** Pages of other origins that may speak to the server, separated by commas. */
  origins: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
  keepReadingsDays: z.coerce.number().int().min(1).max(36_500).default(400),
})
export type Settings = z.infer<typeof Settings>

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

export const settingsHelp = `Ankan server
  --site DIR            the community to run on; without it the demonstration   (ANKAN_SITE)
  --data DIR            where everything is kept, default ./data                 (ANKAN_DATA)
  --host ADDRESS        default 127.0.0.1: this machine alone                    (ANKAN_HOST)
  --port N              HTTP and screens, default 8040                           (ANKAN_PORT)
  --mqtt-port N         devices, default 1883                                    (ANKAN_MQTT_PORT)
  --origins LIST        pages of other origins that may speak to the server     (ANKAN_ORIGINS)
  --keep-readings N     days that readings are kept, default 400                 (ANKAN_KEEP_READINGS)
  ANKAN_OPEN_DEMONSTRATION=yes   lets the demonstration listen on a network`

/** Command line first, then environment, then defaults; a wrong one is named. */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  const option = { type: 'string' } as const
  let given: Record<string, string | undefined>
  try {
    given = parseArgs({
      args,
      options: {
        site: option,
        data: option,
        host: option,
        port: option,
        'mqtt-port': option,
        origins: option,
        'keep-readings': option,
      },
    }).values
  } catch (error) {
    throw new AnkanError('start.setting-invalid', {}, `${(error as Error).message}\n${settingsHelp}`)
  }
  const pick = (name: string) => given[name] ?? env[`ANKAN_${name.toUpperCase().replaceAll('-', '_')}`]
  const parsed = Settings.safeParse({
    data: pick('data'),
    site: pick('site'),
    host: pick('host'),
    port: pick('port'),
    mqttPort: pick('mqtt-port'),
    origins: pick('origins'),
    keepReadingsDays: pick('keep-readings'),
  })
  if (!parsed.success)
    throw new AnkanError('start.setting-invalid', {}, `${z.prettifyError(parsed.error)}\n${settingsHelp}`)
  const { data, site, ...rest } = parsed.data
  if (site === undefined && !LOOPBACK.has(rest.host) && env.ANKAN_OPEN_DEMONSTRATION !== 'yes')
    throw new AnkanError(
      'start.setting-invalid',
      { host: rest.host },
      `the demonstration has passwords that everybody knows, and would be open to the network on ${rest.host}. ` +
        'Name a real site with --site DIR, or set ANKAN_OPEN_DEMONSTRATION=yes',
    )
  return { ...rest, data: resolve(data), ...(site === undefined ? {} : { site: resolve(site) }) }
}
