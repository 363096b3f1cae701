import {
  appendRecording,
  beginRecording,
  checkRecording,
  listRecordings,
  RECORDING_PART_BYTES,
  type Recording,
  type Replay,
  readRecording,
} from '#shared/contract/recordings.ts'
import type { Running } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

export async function bring(server: Running, content: string | Buffer, name = 'readings.csv'): Promise<string> {
  const bytes = Buffer.from(content)
  const begun = await server.ask(beginRecording, { name, bytes: bytes.length }, 'admin')
  const recording = begun.body.recording as string
  for (let from = 0; from < bytes.length; from += RECORDING_PART_BYTES) {
    const part = bytes.subarray(from, from + RECORDING_PART_BYTES).toString('base64')
    const answer = await server.ask(appendRecording, { recording, from, part }, 'admin')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  return recording
}

export async function stateOf(server: Running, recording: string): Promise<Recording> {
  return (await server.ask(readRecording, { recording }, 'admin')).body as unknown as Recording
}

/** When it is read, or kept, to its end. */
export function rested(server: Running, recording: string): Promise<Recording> {
  return until(
    async () => {
      const state = await stateOf(server, recording)
      return (state.phase === 'ready' || state.phase === 'failed') && state
    },
    'it rests',
    30_000,
  )
}

export async function brought(server: Running, content: string | Buffer, name?: string): Promise<Recording> {
  return rested(server, await bring(server, content, name))
}

export async function checked(server: Running, recording: string, plan: object): Promise<Recording> {
  const answer = await server.ask(checkRecording, { recording, plan } as never, 'admin')
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return rested(server, recording)
}

export async function replayOf(server: Running): Promise<Replay | undefined> {
  return (await server.ask(listRecordings, {}, 'admin')).body.replay as Replay | undefined
}
