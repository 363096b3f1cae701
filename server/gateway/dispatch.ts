import { z } from 'zod'
import { type Call, type FileAnswer, withoutSecrets } from '#shared/contract/call.ts'
import { allCalls, callNamed } from '#shared/contract/contract.ts'
import { holds } from '#shared/contract/roles.ts'
import { AnkanError, type ErrorCode, refuse, toAnkanError } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import type { Actor } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../log/log.ts'
import type { AuditRow } from '../log/storage.ts'
import type { Asker, Served, Visitor } from './serve.ts'

/** The one way from any entrance to the areas: permission, input, decision, audit. */
export class Dispatch {
  private readonly served = new Map<string, Served>()
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly report: (error: AnkanError, call: string) => void

  constructor(served: Served[], log: EventLog, clock: Clock, report: (error: AnkanError, call: string) => void) {
    this.log = log
    this.clock = clock
    this.report = report
    for (const entry of served) {
      if (this.served.has(entry.call.name)) throw new Error(`call ${entry.call.name} is served twice`)
      this.served.set(entry.call.name, entry)
    }
    for (const call of allCalls()) if (!this.served.has(call.name)) throw new Error(`call ${call.name} is not served`)
  }

  async ask(name: string, input: unknown, asker: Asker | Visitor): Promise<unknown> {
    const call = callNamed(name) ?? refuse('call.unknown', { call: name.slice(0, 64) }, 'no such call')
    try {
      mayAsk(call, asker)
      const parsed = call.input.safeParse(input)
      if (!parsed.success)
        throw new AnkanError(
          'input.invalid',
          { call: name, issues: issuesOf(parsed.error) },
          z.prettifyError(parsed.error).slice(0, 500),
        )
      return await this.run(call, parsed.data, asker)
    } catch (thrown) {
      const error = toAnkanError(thrown)
      if (error.code === 'internal') this.report(error, name)
      if (call.audited && (asker.role || OF_STRANGERS.has(error.code)))
        await this.log.write({ audit: this.row(call, input, asker, error.code) }).catch(() => {})
      throw error
    }
  }

  private async run(call: Call, input: unknown, asker: Asker | Visitor): Promise<unknown> {
    const served = this.served.get(call.name) as Served
    if ('decide' in served) {
      const audit = this.row(call, input, asker, 'done')
      let output: unknown = {}
      const decide = (world: World) => {
        const decided = served.decide(world, input as never, asker)
        if (Array.isArray(decided)) return decided
        output = decided.output
        return decided.drafts
      }
      await this.log.append(decide, asker.by, { audit })
      return output
    }
    const output = await served.answer(input as never, asker)
    if (call.audited && !(this.log.fault && call.evenReadOnly))
      await this.log.write({ audit: this.row(call, input, asker, 'done') }).catch(async (error) => {
        // A file whose taking is not on record is not sent.
        if (call.file !== undefined) await (output as FileAnswer).content[Symbol.asyncIterator]().return?.()
        throw error
      })
    return output
  }

  private row(call: Call, input: unknown, asker: Asker | Visitor, result: string): AuditRow {
    return {
      at: this.clock.now(),
      by: speakerOf(call, input) ?? asker.by,
      from: asker.from,
      call: call.name,
      input: shortened(withoutSecrets(call, input)),
      result,
    }
  }
}

/** Whoever signs in is audited under the account that was given, right or wrong. */
function speakerOf(call: Call, input: unknown): Actor | undefined {
  const named = call.speaker === undefined ? undefined : (input as Record<string, unknown> | null)?.[call.speaker]
  return typeof named === 'string' && named.length > 0 ? { kind: 'user', id: named.slice(0, 64) } : undefined
}

/**
 * Refusals of strangers that are audited: those that are slowed down, so that nobody can fill the record. The
 * others are counted at the entrance.
 */
const OF_STRANGERS = new Set<ErrorCode>([
  'access.locked',
  'access.too-many-sessions',
  'access.wrong',
  'setup.code-wrong',
])

/** Default deny: `anyone` is said by the call itself, all else needs a role that holds it. */
export function mayAsk(call: Call, asker: Asker | Visitor): void {
  if (call.may === 'anyone') return
  if (!asker.role) throw new AnkanError('access.required', {}, 'sign in first')
  if (call.may === 'signed-in' ? asker.role !== 'device' : holds(asker.role, call.may)) return
  throw new AnkanError('access.denied', { call: call.name, needs: call.may }, 'not permitted')
}

function issuesOf(error: z.ZodError): { path: string; problem: string }[] {
  return error.issues
    .slice(0, 10)
    .map((issue) => ({ path: issue.path.join('.').slice(0, 100), problem: issue.message.slice(0, 200) }))
}

/** Nobody fills the audit record with one call. */
function shortened(input: unknown): unknown {
  try {
    const text = JSON.stringify(input) ?? 'null'
    return text.length <= 2000 ? input : { shortened: text.slice(0, 1000) }
  } catch {
    // Nested deeper than the stack.
    return { shortened: '' }
  }
}
