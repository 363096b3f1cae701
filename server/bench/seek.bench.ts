import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { exportAll } from './exporting.ts'
import { bytesOf, seek, seekers, WHOLE, writePast } from './seeking.ts'

const LIMIT_MS = 100
/** The peer is asked for some of the moments, in between. */
const PEER_EVERY = 5

/** Any moment of a million events and ten million readings, each compared by its hash; the peer is an MCAP file of the same. */
export default defineBench('seek', async (record) => {
  const past = await writePast(WHOLE, true)
  const bytes = await bytesOf(past)
  const peerBytes = past.peer?.bytes ?? 0
  record({ name: 'seek.events', value: WHOLE.events, unit: 'events' })
  record({ name: 'seek.readings', value: WHOLE.readings, unit: 'readings' })
  record({ name: 'seek.write', value: round(past.seconds), unit: 's to write all, the peer too' })
  record({ name: 'seek.tape', value: round(bytes.tape / WHOLE.readings, 1), unit: 'bytes a reading on the tape' })
  record({
    name: 'seek.moments',
    value: round(bytes.moments / 1e6),
    unit: `MB of whole worlds; the file of the peer has ${round(peerBytes / 1e6)} MB`,
  })

  const peerSeek = await seekers(past)
  const times: number[] = []
  const peer: number[] = []
  let wrong = 0
  for (const [i, moment] of past.moments.entries()) {
    const { ms, isRight } = await seek(past, moment)
    times.push(ms)
    if (!isRight) wrong++
    if (i % PEER_EVERY === 0) peer.push(await peerSeek(moment))
  }
  const whole = await exportAll(past)
  record({
    name: 'seek.export',
    value: round(whole.seconds, 1),
    unit: `s to take all of it away as a file of ${round(whole.bytes / 1e6)} MB; the thread that answers is held for ${round(whole.longestBlockMs, 1)} ms at most`,
    against: `the file of the peer ${round(peerBytes / 1e6)} MB`,
  })
  await past.close()
  const p99 = percentile(times, 0.99)
  record({
    name: 'seek.p99',
    value: round(p99, 1),
    unit: `ms to any moment, p50 ${round(median(times), 1)}`,
    target: `<= ${LIMIT_MS} ms`,
    met: p99 <= LIMIT_MS,
  })
  const ratio = median(times) / median(peer)
  record({
    name: 'seek.vs_mcap',
    value: round(ratio),
    unit: 'of the time that an MCAP file takes',
    against: `MCAP with a whole world a minute: p50 ${round(median(peer), 1)}, p99 ${round(percentile(peer, 0.99), 1)} ms`,
    ratio: round(ratio),
    target: '<= 1',
    met: ratio <= 1,
  })
  record({
    name: 'seek.hash_mismatches',
    value: wrong,
    unit: `of ${times.length} moments`,
    target: '0',
    met: wrong === 0,
  })
})
