import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { Text } from '../text.ts'
import { AlarmId } from './alarm-record.ts'
import { area } from './area.ts'
import { DeviceId } from './devices.ts'
import { Actor, event } from './event.ts'
import { LinkageId, LinkageMode } from './linkages.ts'
import { OrderEnd, OrderId, OrderInput } from './orders.ts'

/** One alarm and one linkage. */
const RunId = z.string().min(1).max(240)
/** What of a run is told at one place. */
export const PartId = z.string().min(1).max(260)

/** A code of refusal: why the center did not tell it. */
const Why = z.enum(Object.keys(errorCodes) as [keyof typeof errorCodes])

/**
 * `would-do`: a dry run. `asked`: a second person has to agree. `given`: on its way. Refused: by the device, with its `reason`,
 * or by the center, with `why`. Unanswered: nobody knows.
 */
export const StepState = z.enum(['would-do', 'asked', 'given', ...OrderEnd.options])
export type StepState = z.infer<typeof StepState>

const Outcome = {
  state: StepState,
  order: OrderId.optional(),
  why: Why.optional(),
  reason: z.string().max(500).optional(),
}
/** What was told a device to set it back. */
const Back = z.object({ command: z.string().max(40), ...Outcome })
export type StepBack = z.infer<typeof Back>

const RunStep = z.object({
  /** The how-manieth action it is of. */
  action: z.number().int().min(0).max(20),
  /** Absent: there was none that could be told. */
  device: DeviceId.optional(),
  /** What it would have been. */
  kind: z.string().max(40).optional(),
  command: z.string().min(1).max(40),
  input: OrderInput.optional(),
  ...Outcome,
  back: Back.optional(),
})
export type RunStep = z.infer<typeof RunStep>

const CalledCamera = z.object({ device: DeviceId, metres: z.number(), sees: z.boolean() })
export type CalledCamera = z.infer<typeof CalledCamera>

const Ran = z.object({
  part: PartId,
  run: RunId,
  linkage: LinkageId,
  name: Text,
  /** Said once, and only where something was done: so it stands in the history of the alarm. */
  alarm: AlarmId.optional(),
  /** Said in all other parts. */
  of: AlarmId.optional(),
  /** Devices that it means, in all parts. */
  count: z.number().int().min(0),
  /** Cameras that were called up, all in all; absent: none. */
  called: z.number().int().min(0).optional(),
  /** As it was when it acted. */
  mode: LinkageMode,
  armedBy: Actor.optional(),
  /** Its values come from a recording: nothing real is moved for it. */
  played: z.boolean().optional(),
  steps: z.array(RunStep).max(1000),
  cameras: z.array(CalledCamera).max(64),
})

/** An alarm called a linkage: what was told at a place, and which cameras are called up. */
export const linkageRan = event('linkage:ran', Ran)
/** What came of it. Not about the alarm: its case may be closed by then. */
export const linkageAnswered = event(
  'linkage:answered',
  z.object({
    part: PartId,
    outcomes: z.array(z.object({ step: z.number().int().min(0), back: z.boolean().optional(), ...Outcome })).max(1000),
  }),
)
/** Somebody had it set back. */
export const linkageSetBack = event(
  'linkage:set-back',
  z.object({ part: PartId, steps: z.array(z.object({ step: z.number().int().min(0), back: Back })).max(1000) }),
)

/**
 * What a linkage did for an alarm, at one place. A run has a part for each place that holds both the alarm and what was told:
 * whoever sees a part sees every device it names.
 */
export interface LinkageRun extends Omit<z.infer<typeof Ran>, 'alarm' | 'of'> {
  alarm: string
  place: string
  at: number
  setBackAt?: number
  setBackBy?: Actor
}

/** More than anybody looks back on; the log has all. */
export const MOST_PARTS = 2000

export const linkageRuns = area<LinkageRun>()('linkage-runs', {
  lane: 'automatic',
  see: 'alarms.see',
  indexes: { alarm: ({ alarm }) => alarm, run: ({ run }) => run, linkage: ({ linkage }) => linkage },
})
  .on(linkageRan, (table, e) => {
    const { alarm, of, ...ran } = e.data
    table.set(ran.part, { ...ran, alarm: alarm ?? of ?? '', place: e.place, at: e.at })
    for (const oldest of table.ids()) {
      if (table.size <= MOST_PARTS) break
      table.delete(oldest)
    }
  })
  .on(linkageAnswered, (table, e) =>
    table.change(e.data.part, (run) => {
      const steps = [...run.steps]
      for (const { step: n, back, ...outcome } of e.data.outcomes) {
        const step = steps[n]
        if (!step) continue
        if (!back) steps[n] = { ...step, ...outcome }
        else if (step.back) steps[n] = { ...step, back: { ...step.back, ...outcome } }
      }
      return { ...run, steps }
    }),
  )
  .on(linkageSetBack, (table, e) =>
    table.change(e.data.part, (run) => {
      const steps = [...run.steps]
      for (const { step: n, back } of e.data.steps) {
        const step = steps[n]
        if (step) steps[n] = { ...step, back }
      }
      return { ...run, steps, setBackAt: e.at, setBackBy: e.by }
    }),
  )

/** Whether it is known what came of it. */
export function isOpen({ state }: Pick<RunStep, 'state'>): boolean {
  return state === 'asked' || state === 'given'
}
