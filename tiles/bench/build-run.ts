import { buildTiles } from '../write/build.ts'

/** A build in a process of its own, so that its memory is its own: `build-run.ts DIR` prints what it took. */
const { seconds, buildings, triangles, bytes } = await buildTiles(process.argv[2] as string, { force: true })
const peakMb = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ seconds, buildings, triangles, bytes, peakMb }))
