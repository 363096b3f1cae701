import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { serverNodeFlags } from '#shared/contract/process.ts'
import type { Options } from './options.ts'
import { listPageFiles } from './page-files.ts'
import { openPageHost } from './page-host.ts'
import type { PageSettings } from './page-settings.ts'
import { usualOrFree, usualPorts } from './ports.ts'
import type { Ending, Program } from './program.ts'
import { nodeProgram, serverAddress, whenReady } from './server-program.ts'
import { ShownWindow } from './show-window.ts'
import type { WindowWay, WindowWish } from './window.ts'
import { bilingual } from './words.ts'

const GRACE_MS = 15_000
const HERE = '127.0.0.1'

export interface Launch {
  options: Options
  /** The folder of the built programs and of the page bundle. */
  programs: string
  pages: string
  ways(wish: Pick<WindowWish, 'url' | 'profile'>): WindowWay[]
  electronEnv(settings: PageSettings, folder: string, open: string | undefined): NodeJS.ProcessEnv
  /** Everything stands: said to a program that started us. */
  ready(told: PageSettings & { url: string }): void
  /** Aborted when we shall end. */
  stop: AbortSignal
  say(line: string): void
}

/** Starts the parts one after the other, lives as long as they shall, ends them newest first. Resolves with the exit code. */
export async function launch(wish: Launch): Promise<number> {
  const closers: (() => Promise<unknown>)[] = []
  const stopped = new Promise<number>((resolve) =>
    wish.stop.addEventListener('abort', () => resolve(0), { once: true }),
  )
  if (wish.stop.aborted) return 0
  try {
    return await run(wish, stopped, closers)
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

async function run(wish: Launch, stopped: Promise<number>, closers: (() => Promise<unknown>)[]): Promise<number> {
  const { options, say } = wish
  const files = await listPageFiles(wish.pages)
  const recording = options.open
  if (recording !== undefined) await mustBeThere(recording)
  const ends: Promise<number>[] = [stopped]
  const center = await findCenter(wish, ends, closers)
  if (typeof center === 'number') return center
  const settings = { ...center, ...(recording === undefined ? {} : { recording: basename(recording) }) }

  const port = options.pagePort ?? (await usualOrFree(usualPorts.page, HERE, 'page', say))
  const host = await openPageHost({ files, port, settings, ...(recording === undefined ? {} : { recording }) })
  closers.push(() => host.close())

  const folder = join(options.data, 'window')
  const window = new ShownWindow({
    // The page's own memory (language, layout) hangs on its port, and two windows must not share a folder.
    ways: wish.ways({ url: host.url, profile: join(folder, `browser-${new URL(host.url).port}`) }),
    url: host.url,
    folder,
    // A window for a recording alone stands beside the one that watches, and leaves its arrangement be.
    electronEnv: wish.electronEnv(settings, join(folder, settings.server ? 'electron' : 'recorded'), recording),
    say,
  })
  closers.push(() => window.end())
  ends.push(window.closed.then(() => windowClosed(wish, stopped)))
  wish.ready({ ...settings, url: host.url })
  return await Promise.race(ends)
}

async function mustBeThere(recording: string): Promise<void> {
  const found = await stat(recording).catch(() => undefined)
  if (!found?.isFile())
    throw new Error(bilingual({ zh: `没有文件 ${recording}`, en: `--open: there is no file ${recording}` }))
}

/** One that is named, none for a recording alone, or one of our own. */
async function findCenter(
  wish: Launch,
  ends: Promise<number>[],
  closers: (() => Promise<unknown>)[],
): Promise<PageSettings | number> {
  const { server, open } = wish.options
  if (server !== undefined) return { server }
  return open === undefined ? await startServer(wish, ends, closers) : {}
}

/** The server and, in the demonstration, its devices. A number is the exit code of a server that did not start. */
async function startServer(
  { options, programs, say }: Launch,
  ends: Promise<number>[],
  closers: (() => Promise<unknown>)[],
): Promise<PageSettings | number> {
  const { host, data, site } = options
  const port = options.port ?? (await usualOrFree(usualPorts.http, host, 'HTTP', say))
  const mqttPort = options.mqttPort ?? (await usualOrFree(usualPorts.mqtt, host, 'MQTT', say))
  const numbers = ['--host', host, '--port', `${port}`, '--mqtt-port', `${mqttPort}`]
  const args = ['--data', data, ...numbers, ...(site ? ['--site', site] : [])]
  const server = nodeProgram(join(programs, 'server.js'), args, serverNodeFlags)
  closers.push(() => server.end(GRACE_MS))
  ends.push(
    server.ended.then((ending) => {
      // A refusal to start has said why itself; a signal from outside says nothing.
      const { signal } = ending
      if (!server.asked && signal)
        say(
          bilingual({
            zh: `服务器被信号 ${signal} 结束，全部停止`,
            en: `the server was ended by ${signal}: everything stops`,
          }),
        )
      return exitCode(ending)
    }),
  )

  const ready = await Promise.race([whenReady(server), ...ends])
  if (typeof ready === 'number') return ready
  if (site === undefined && options.simulator) {
    const simulator = startSimulator(programs, options, serverAddress(host, ready.mqttPort).replace('http:', 'mqtt:'))
    closers.push(() => simulator.end(GRACE_MS))
    void simulator.ended.then(() => {
      if (!simulator.asked)
        say(bilingual({ zh: '模拟设备已停止，其余继续运行', en: 'the simulated devices stopped; the rest goes on' }))
    })
  }
  const address = serverAddress(host, ready.httpPort)
  return { server: address, ...(ready.setupCode ? { setupCode: ready.setupCode } : {}) }
}

function startSimulator(programs: string, { data, incident }: Options, mqtt: string): Program {
  const pace = incident === undefined ? [] : ['--incident', `${incident}`]
  return nodeProgram(join(programs, 'simulator.js'), ['--mqtt', mqtt, '--data', data, ...pace])
}

/** In a demonstration the window is all; a real site's alarms must be taken though nobody watches. */
function windowClosed({ options, say }: Launch, stopped: Promise<number>): number | Promise<number> {
  const { site, server, open } = options
  if (site === undefined || server !== undefined || open !== undefined) {
    say(bilingual({ zh: '窗口已关闭，全部结束', en: 'The window was closed: everything ends' }))
    return 0
  }
  say(
    bilingual({
      zh: '窗口已关闭，服务器继续运行；按 Ctrl-C 结束',
      en: 'The window was closed; the server goes on. Ctrl-C ends it',
    }),
  )
  return stopped
}

/** A server that ends by itself, whatever its code, is not there any more for anybody. */
function exitCode({ code }: Ending): number {
  return code ?? 1
}
