import { type Alarm, Grade } from '#shared/world/alarm-record.ts'
import { type Root, rootOf, type Suspect } from './root.ts'

/** One line of a list: an alarm that stands alone, or several that seem to have one cause. */
export interface Line {
  /** What it is called by: the alarm itself, or the likely root of all. */
  head: Alarm
  /** Of one alone: itself. */
  alarms: readonly Alarm[]
  cluster?: string
  root?: Root
}

/** Alarms as lines; those of one cluster are one, as long as there are two of it. In the order of their first. */
export function linesOf(alarms: readonly Alarm[]): Line[] {
  const clusters = new Map<string, Alarm[]>()
  const lines: Line[] = []
  for (const alarm of alarms) {
    const { cluster } = alarm
    const known = cluster === undefined ? undefined : clusters.get(cluster)
    if (known) known.push(alarm)
    else {
      const together = [alarm]
      if (cluster !== undefined) clusters.set(cluster, together)
      lines.push({ head: alarm, alarms: together })
    }
  }
  return lines.map((line) => (line.alarms.length > 1 ? named(line) : line))
}

function named({ head, alarms }: Line): Line {
  const suspects = alarms.filter((alarm): alarm is Alarm & Suspect => alarm.sign !== undefined)
  const root = rootOf(suspects)
  const cluster = head.cluster as string
  return root
    ? { head: alarms.find(({ alarm }) => alarm === root.alarm) ?? head, alarms, cluster, root }
    : { head, alarms, cluster }
}

/** How grave a line is: as its gravest. */
export function gravestOf({ alarms }: Line): Grade {
  return Grade.parse(Math.min(...alarms.map(({ grade }) => grade)))
}
