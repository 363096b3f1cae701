import { exportAudit, listAudit } from '#shared/contract/audit.ts'
import {
  type CenterSettings,
  type Health,
  listDeadLetters,
  readHealth,
  readHistory,
  readSettings,
} from '#shared/contract/system.ts'
import { allSeen } from '#shared/world/sight.ts'
import type { DeadLetters } from '../../gateway/dead-letters.ts'
import { scopeOf } from '../../gateway/scope.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'

interface Deps {
  log: EventLog
  storage: Storage
  letters: DeadLetters
  health: () => Omit<Health, 'damagedDays' | 'damagedTapes'>
  settings: () => CenterSettings
}

export function systemCalls({ log, storage, letters, health, settings }: Deps): Served[] {
  return [
    answer(readHealth, async () => {
      const [damagedDays, damagedTapes] = await Promise.all([storage.damagedDays(), storage.history.damagedDays()])
      return { ...health(), damagedDays, damagedTapes }
    }),
    answer(readSettings, settings),

    answer(listAudit, (search) => storage.audit(search)),

    answer(exportAudit, async () => {
      const { entries } = await storage.audit({ limit: 1 })
      return { before: (entries[0]?.id ?? 0) + 1 }
    }),
    answer(listDeadLetters, async (page) => ({ letters: await storage.deadLetters(page), counts: letters.counts() })),
    answer(readHistory, async ({ from, to, after, limit }, { role, duty }) => {
      const events = await storage.events(log.stream, { from, to, limit, ...(after === undefined ? {} : { after }) })
      return {
        events: allSeen(events, scopeOf(role, duty)),
        next: events.length < limit ? null : (events.at(-1)?.seq ?? null),
      }
    }),
  ]
}
