import { type Health, listAudit, listDeadLetters, readHealth, readHistory } from '#shared/contract/system.ts'
import type { DeadLetters } from '../../gateway/dead-letters.ts'
import { scopeOf, sees } from '../../gateway/scope.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'

interface Deps {
  log: EventLog
  storage: Storage
  letters: DeadLetters
  health: () => Omit<Health, 'damagedDays'>
}

export function systemCalls({ log, storage, letters, health }: Deps): Served[] {
  return [
    answer(readHealth, async () => ({ ...health(), damagedDays: await storage.damagedDays() })),
    answer(listAudit, async (page) => ({ entries: await storage.audit(page) })),
    answer(listDeadLetters, async (page) => ({ letters: await storage.deadLetters(page), counts: letters.counts() })),
    answer(readHistory, async ({ from, to, after, limit }, { role, duty }) => {
      const events = await storage.events(log.stream, { from, to, limit, ...(after === undefined ? {} : { after }) })
      const scope = scopeOf(role, duty)
      return {
        events: events.filter((event) => sees(scope, event)),
        next: events.length < limit ? null : (events.at(-1)?.seq ?? null),
      }
    }),
  ]
}
