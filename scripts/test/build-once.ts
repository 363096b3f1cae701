import { buildNode } from '../build-node.ts'

/** Tests that start, kill or restart a server use the program that people use. */
export default async function setup(): Promise<void> {
  if (process.env.ANKAN_BUILT !== '1') await buildNode()
}
