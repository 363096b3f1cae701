import { homedir } from 'node:os'
import type { Machine } from './machine.ts'

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    superuser: process.platform === 'linux' && process.getuid?.() === 0,
  }
}
