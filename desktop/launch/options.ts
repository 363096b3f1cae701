import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const help = `Ankan 安瞰
  npm start -- [options]

  --site DIR        the community to run on; without it the demonstration     (ANKAN_SITE)
  --data DIR        where everything is kept, default ./data                  (ANKAN_DATA)
  --host ADDRESS    where the server listens, default 127.0.0.1               (ANKAN_HOST)
  --port N          HTTP, default 8040, a free one when that is taken         (ANKAN_PORT)
  --mqtt-port N     devices, default 1883, a free one when that is taken      (ANKAN_MQTT_PORT)
  --page-port N     the page, default 8041, a free one when that is taken     (ANKAN_PAGE_PORT)
  --server URL      only the window, for a server that runs elsewhere         (ANKAN_SERVER)
  --open FILE       only the window, with a stretch of the past out of a file (….ankan)
  --no-window       no window: tell the address to open
  --kiosk           the window fills the screen, without a frame
  --no-simulator    the demonstration without its simulated devices
  --incident N      in the demonstration something happens every N seconds or so; 0: never
  --pages DIR       the page bundle, default the one that was built
  --help

  ANKAN_ORIGINS                  pages of other origins that may speak to the server, separated by commas
  ANKAN_KEEP_READINGS            days that readings are kept, default 400
  ANKAN_OPEN_DEMONSTRATION=yes   lets the demonstration, whose passwords everybody knows, listen on a network
  ANKAN_BROWSER                  the browser to show the window with (Chromium, Chrome or Edge)
  ELECTRON_OVERRIDE_DIST_PATH    the folder of an Electron that was brought by hand`

export interface Options {
  site?: string
  data: string
  host: string
  /** Undefined: the usual one, or a free one when that is taken. */
  port?: number
  mqttPort?: number
  pagePort?: number
  server?: string
  /** A recording that the window shows; no server is started for it. */
  open?: string
  window: boolean
  kiosk: boolean
  simulator: boolean
  incident?: number
  pages?: string
}

/** A wrong setting; its message is meant for the person who gave it. */
export class WrongOption extends Error {}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** Undefined when only help is asked for. The command line goes before the environment. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options | undefined {
  const given = parse(args)
  if (given.help) return undefined
  const pick = (name: 'site' | 'data' | 'host' | 'port' | 'mqtt-port' | 'page-port' | 'server') =>
    given[name] ?? (env[`ANKAN_${name.toUpperCase().replaceAll('-', '_')}`] || undefined)
  const number = (name: 'port' | 'mqtt-port' | 'page-port') => wholeNumber(`--${name}`, pick(name), 65_535)
  const without = pick('server') !== undefined ? '--server URL' : given.open !== undefined ? '--open FILE' : undefined
  for (const name of ['site', 'host', 'port', 'mqtt-port'] as const)
    if (without !== undefined && given[name] !== undefined)
      throw new WrongOption(`--${name} belongs to a server started here; with ${without} none is`)
  const [site, server] = [pick('site'), pick('server')]
  const [port, mqttPort, pagePort] = [number('port'), number('mqtt-port'), number('page-port')]
  const incident = wholeNumber('--incident', given.incident, 86_400)
  return {
    data: resolve(pick('data') ?? 'data'),
    host: pick('host') ?? '127.0.0.1',
    window: !given['no-window'],
    kiosk: given.kiosk,
    simulator: !given['no-simulator'],
    ...(site === undefined ? {} : { site: resolve(site) }),
    ...(server === undefined ? {} : { server: serverOrigin(server) }),
    ...(port === undefined ? {} : { port }),
    ...(mqttPort === undefined ? {} : { mqttPort }),
    ...(pagePort === undefined ? {} : { pagePort }),
    ...(incident === undefined ? {} : { incident }),
    ...(given.open === undefined ? {} : { open: resolve(given.open) }),
    ...(given.pages === undefined ? {} : { pages: resolve(given.pages) }),
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        site: text,
        data: text,
        host: text,
        port: text,
        'mqtt-port': text,
        'page-port': text,
        server: text,
        incident: text,
        pages: text,
        open: text,
        'no-window': flag,
        'no-simulator': flag,
        kiosk: flag,
        help: flag,
      },
    }).values
  } catch (error) {
    throw new WrongOption((error as Error).message)
  }
}

function wholeNumber(name: string, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value) || Number(value) > most)
    throw new WrongOption(`${name} wants a whole number of 0 to ${most}, not "${value}"`)
  return Number(value)
}

function serverOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new WrongOption(`--server wants an address such as http://192.168.1.10:8040, not "${value}"`)
  return url.origin
}
