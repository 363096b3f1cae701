import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  appendRecording,
  beginRecording,
  keepRecording,
  RECORDING_PART_BYTES,
  type Recording,
  readRecording,
} from '#shared/contract/recordings.ts'
import { signIn } from '#shared/contract/session.ts'
import { readHealth } from '#shared/contract/system.ts'
import { DAY, SECOND } from '#shared/time.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { defineBench, round } from '../../scripts/bench/bench.ts'
import { ask } from '../testing/client.ts'
import { longestBlock, loopProbe, startIdle } from './loop-probe.ts'
import { startServer, stopServer, temporaryFolder } from './processes.ts'

const ROWS = 1_000_000
const DEVICES = 20
const LONGEST_BLOCK_MS = 100
const POLL_MS = 100
const MOST_SECONDS = 120

/** A million recorded readings through the real way in, kept twice: nobody else may have to wait for it. */
export default defineBench('recordings', async (record) => {
  const { folder, remove } = await temporaryFolder()
  const server = await startServer(folder, loopProbe)
  const idle = startIdle()
  const url = `http://127.0.0.1:${server.httpPort}`
  const { token } = (await ask(url, signIn, { account: 'guanli', password: 'demo-administrator' })).body
  const told = async (call: unknown, input: object) => {
    const answer = await ask(url, call as Parameters<typeof ask>[1], input, { token })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  const site = JSON.parse(await readFile(join(folder, 'site/devices.json'), 'utf8')) as DeviceEntry[]
  const file = generated(site.filter(({ kind }) => kind === 'smoke-detector').slice(0, DEVICES))
  let memory = 0
  const rests = async (recording: unknown): Promise<Recording> => {
    for (;;) {
      const state = (await told(readRecording, { recording })) as unknown as Recording
      memory = Math.max(memory, (await told(readHealth, {})).memoryBytes as number)
      if (state.phase === 'ready' || state.phase === 'failed') return state
      await wait(POLL_MS)
    }
  }
  await Promise.all([server.child, idle].map(longestBlock))
  const before = (await told(readHealth, {})).memoryBytes as number

  const blocks: Record<string, number> = {}
  const from = performance.now()
  const { recording } = await told(beginRecording, { name: 'bench.csv', bytes: file.length })
  for (let at = 0; at < file.length; at += RECORDING_PART_BYTES) {
    const part = file.subarray(at, at + RECORDING_PART_BYTES).toString('base64')
    await told(appendRecording, { recording, from: at, part })
  }
  const brought = (performance.now() - from) / 1000
  const { found } = await rests(recording)
  const read = (performance.now() - from) / 1000 - brought
  blocks.bringing = await longestBlock(server.child)
  for (const turn of ['keeping', 'again']) {
    await told(keepRecording, { recording })
    await rests(recording)
    blocks[turn] = await longestBlock(server.child)
  }
  const seconds = (performance.now() - from) / 1000
  const blockOfIdle = await longestBlock(idle)
  idle.kill()
  await stopServer(server)
  await remove()

  record({
    name: 'recordings.keep_s',
    value: round(seconds),
    unit: `s for ${ROWS} rows of ${round(file.length / 1e6, 0)} MB: brought in ${round(brought)} s, read in ${round(read)} s, kept twice`,
    target: `<= ${MOST_SECONDS}, all rows understood`,
    met: seconds <= MOST_SECONDS && found?.readings === ROWS,
  })
  record({
    name: 'recordings.memory',
    value: round((memory - before) / 1e6, 0),
    unit: `MB more than before at the most, of ${round(before / 1e6, 0)}`,
  })
  const block = Math.max(...Object.values(blocks))
  const each = Object.entries(blocks).map(([what, ms]) => `${what} ${round(ms, 0)}`)
  record({
    name: 'recordings.longest_block',
    value: round(block, 0),
    unit: `ms that the server served nobody else (${each.join(', ')})`,
    against: `a process that does nothing, at the same time ${round(blockOfIdle, 0)} ms`,
    target: `<= ${LONGEST_BLOCK_MS} ms more than that`,
    met: block - blockOfIdle <= LONGEST_BLOCK_MS,
  })
})

function generated(devices: DeviceEntry[]): Buffer {
  const from = Date.now() - 30 * DAY
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const at = new Date(from + Math.floor(i / devices.length) * 15 * SECOND).toISOString()
    return `${at},${devices[i % devices.length]?.device},smoke,${((i * 7) % 90) / 10}`
  })
  return Buffer.from(`time,device,metric,value\n${lines.join('\n')}\n`)
}
