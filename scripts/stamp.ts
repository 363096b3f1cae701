import { createHash } from 'node:crypto'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const sources = [
  'server',
  'shared',
  'models',
  'tiles',
  'simulator',
  'desktop',
  'scripts',
  'package.json',
  'package-lock.json',
]
// Nothing of these goes into a program.
const passedOver = /\.(test|bench)\.tsx?$|(^|\/)(e2e|bench|testing|node_modules)$/
const products = [
  'node/server.js',
  'node/simulator.js',
  'node/launch.js',
  'node/place.js',
  'demo/tiles/index.json',
  'renderer/index.html',
  'electron/main.js',
]
const stampFile = join(root, 'dist', 'stamp')

/** One number for all that the programs are built from. Times say nothing after a checkout; contents do. */
export async function hashSources(): Promise<string> {
  const files = (await Promise.all(sources.map(filesUnder))).flat().sort()
  const hash = createHash('sha256')
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))))
  for (const [index, file] of files.entries())
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '')
  return hash.digest('hex')
}

export async function isBuilt(hash: string): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => '')
  if (stamp !== hash) return false
  const there = await Promise.allSettled(products.map((file) => access(join(root, 'dist', file))))
  return there.every(({ status }) => status === 'fulfilled')
}

export async function writeStamp(hash: string): Promise<void> {
  await writeFile(stampFile, hash)
}

async function filesUnder(path: string): Promise<string[]> {
  if (passedOver.test(path)) return []
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (entries === undefined) return [path]
  return (await Promise.all(entries.map(({ name }) => filesUnder(`${path}/${name}`)))).flat()
}
