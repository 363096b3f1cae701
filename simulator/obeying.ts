import type { DeviceCommand } from '#models/commands.ts'
import { statesSetBy } from '#models/commands.ts'
import type { DeviceKind } from '#models/kind.ts'
import { OrderMessage, type ResultMessage } from '#shared/contract/device-link.ts'

/** So many outcomes are remembered: an order that comes again is answered, not carried out again. */
const REMEMBERED = 20

interface Told {
  kind: DeviceKind
  now(): number
  /** Calls back after so many seconds. */
  after(seconds: number, run: () => void): void
  /** What happened to the device is over. */
  end(): void
  changed(): void
}

/** How a device does what it is told: its states, and what it answers. */
export class Obeying {
  readonly set: Record<string, number>
  private readonly told: Told
  private readonly outcomes = new Map<string, ResultMessage>()
  /** States that go back by themselves, to what, and the turn in which that was said. */
  private readonly goingBack = new Map<string, { to: number; turn: number }>()
  private turn = 0

  constructor(told: Told) {
    this.told = told
    this.set = { ...told.kind.state }
  }

  /** Undefined: it is no order, or one that is too late; a device says nothing to that. */
  take(payload: string): ResultMessage | undefined {
    const order = parsed(payload)
    if (!order) return undefined
    const before = this.outcomes.get(order.order)
    if (before) return before
    if (order.until < this.told.now()) return undefined
    const outcome = this.carryOut(order)
    this.outcomes.set(order.order, outcome)
    for (const oldest of this.outcomes.keys()) if (this.outcomes.size > REMEMBERED) this.outcomes.delete(oldest)
    return outcome
  }

  private carryOut({ order, command: name, input }: OrderMessage): ResultMessage {
    const { commands } = this.told.kind
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) return { order, done: false, reason: 'unknown command' }
    const states = statesSetBy(command, input)
    const before = Object.fromEntries(Object.keys(states).map((metric) => [metric, this.set[metric] as number]))
    Object.assign(this.set, states)
    this.goBack(command, before)
    if (command.ends) this.told.end()
    this.told.changed()
    return { order, done: true }
  }

  private goBack({ backAfter }: DeviceCommand, before: Record<string, number>): void {
    const turn = ++this.turn
    for (const [metric, value] of Object.entries(before)) {
      const to = this.goingBack.get(metric)?.to ?? value
      // Told otherwise meanwhile it stays so; told the same again it goes back to what it was at first, later.
      if (backAfter === undefined) this.goingBack.delete(metric)
      else this.goingBack.set(metric, { to, turn })
    }
    if (backAfter === undefined) return
    this.told.after(backAfter, () => {
      const due = [...this.goingBack].filter(([, one]) => one.turn === turn)
      for (const [metric, { to }] of due) {
        this.set[metric] = to
        this.goingBack.delete(metric)
      }
      if (due.length > 0) this.told.changed()
    })
  }
}

function parsed(payload: string): OrderMessage | undefined {
  try {
    return OrderMessage.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}
