import { buildNode } from './build-node.ts'

await buildNode()
