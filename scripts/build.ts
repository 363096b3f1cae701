import { buildDemo } from './build-demo.ts'
import { buildElectron } from './build-electron.ts'
import { buildNode } from './build-node.ts'
import { buildRenderer } from './build-renderer.ts'
import { hashSources, writeStamp } from './stamp.ts'

// Taken before: what is changed during the build is built again the next time.
const hash = await hashSources()
await buildNode()
await buildElectron()
await buildRenderer()
await buildDemo()
await writeStamp(hash)
