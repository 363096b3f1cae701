import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hashSources, isBuilt } from './stamp.ts'

if (!(await isBuilt(await hashSources()))) {
  process.stdout.write('正在构建…  |  Building ...\n')
  const began = performance.now()
  // In a process of its own: what a build holds in memory goes with it.
  const build = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'build.ts')], {
    stdio: 'inherit',
  })
  if (build.status !== 0) process.exit(build.status ?? 1)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  process.stdout.write(`构建完成（${seconds} 秒）  |  Built in ${seconds} s\n`)
}

// npm passes a signal on to the shell between us, which ends without telling us: its end is ours.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

// The launcher takes over this very process: signals reach it without anybody in between.
await import(join(import.meta.dirname, '../dist/node/launch.js'))
