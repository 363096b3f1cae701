import { isCalling } from '#shared/world/alarm-life.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { en } from '../../i18n/en.ts'
import { type Texts, zh } from '../../i18n/zh.ts'
import { pageNow } from '../../scene/page-time.ts'
import { isNarrowed, lens } from '../../store/lens.ts'
import { selection } from '../../store/selection.ts'
import { gradeLooks } from '../../theme/grades.ts'
import type { Layer } from '../layer.ts'
import { alarmMark } from '../pictures.ts'
import { ranks } from '../ranks.ts'

/** Metres that the mark stands above its place, on a stem that leads down to it. */
const STEM = 22
const LONGEST_NAME = 24
const GRADES: readonly Grade[] = [1, 2, 3, 4]
const nameOf = ({ grade, gradeWord }: Texts, of: Grade) => `${grade[of]} ${gradeWord[of]}`

/** Open alarms: shape and colour of the grade on a stem over the very place, the chosen one named. */
export const alarmLayer: Layer = {
  id: 'alarms',
  name: { zh: '报警', en: 'Alarms' },
  startsOn: true,
  show({ world, sheet, local, isHidden, admits, counted }) {
    const known = new Set<string>()
    const draw = (id: string, fresh = false) => {
      const found = world.get('alarms', id)
      const alarm = found && isCalling(found) ? found : undefined
      if (alarm) known.add(id)
      else known.delete(id)
      if (!alarm || isHidden(`grade:${alarm.grade}`)) return sheet.marks.take(id)
      const chosen = selection.getState().alarm === id
      const device = world.get('devices', alarm.device)
      // A map hides no alarm; what somebody picks out of it does.
      const passes = chosen || !isNarrowed(lens.getState()) || (device && admits(device, alarm.grade))
      if (!passes) return sheet.marks.take(id)
      const before = sheet.marks.get(id)
      const pulseFrom = fresh ? pageNow() : before?.pulseFrom
      sheet.marks.put(id, {
        at: local(alarm.position),
        place: alarm.place,
        picked: { kind: 'alarm', id },
        image: alarmMark(alarm.grade, alarm.state !== 'unacknowledged', chosen),
        size: chosen ? 42 : 33,
        condition: alarm.grade,
        // Where marks meet, the graver stands in front, the chosen before all.
        rank: chosen ? ranks.chosen : ranks.alarm - alarm.grade,
        stem: STEM,
        stemColor: gradeLooks[alarm.grade].color,
        name: shortened(device?.name ?? alarm.device),
        nameReach: 0,
        named: chosen,
        ...(pulseFrom === undefined ? {} : { pulseFrom }),
      })
    }
    const all = () => {
      sheet.marks.clear()
      known.clear()
      for (const id of world.world.alarms.ids()) draw(id)
      counted()
    }
    const stops = [
      world.subscribe('alarms', (ids) => {
        if (!ids) return all()
        // Alarms that rise before our eyes pulse a few times, then stand still.
        for (const id of ids) draw(id, !known.has(id) && world.get('alarms', id)?.state === 'unacknowledged')
        counted()
      }),
      selection.subscribe((is, was) => {
        if (is.alarm === was.alarm) return
        for (const id of [was.alarm, is.alarm]) if (id !== undefined) draw(id)
      }),
    ]
    all()
    return {
      legend: () =>
        GRADES.map((grade) => ({
          key: `grade:${grade}`,
          name: { zh: nameOf(zh, grade), en: nameOf(en, grade) },
          image: alarmMark(grade, false, false),
          count: [...known].filter((id) => world.get('alarms', id)?.grade === grade).length,
        })),
      count: () => known.size,
      filtered: all,
      stop() {
        for (const stop of stops) stop()
      },
    }
  },
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
}
