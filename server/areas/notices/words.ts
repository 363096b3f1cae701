import { healthFindings } from '#models/health.ts'
import type { DeviceKind } from '#models/kind.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { World } from '#shared/world/world.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { ToldAlarm } from '../../notify/outcome.ts'

export type Language = 'zh' | 'en'
const GRADE = ['', 'I', 'II', 'III', 'IV']
/** Named one by one; the others are a number. */
const NAMED = 3

const sentences = {
  zh: {
    wholeCommunity: '全社区',
    floor: (n: number) => (n > 0 ? `${n} 层` : `地下 ${-n} 层`),
    title: (grade: number, title: string, place: string) => `【${GRADE[grade]}级报警】${place} ${title}`,
    one: (a: ToldAlarm, time: string) => `${time} ${a.placeName} ${a.title}（${GRADE[a.grade]}级，${a.deviceName}）`,
    advice: (text: string) => `处置：${text}`,
    many: (n: number) => `【报警】共 ${n} 条待确认`,
    rest: (n: number) => `另有 ${n} 条，请查看系统。`,
    repeated: (n: number) => `第 ${n} 次重复，仍无人确认。`,
    escalated: '此前的通知无人应答，升级至您。',
    clear: (title: string, place: string) => `【解除】${place} ${title}`,
    cleared: (n: number) =>
      n > 1 ? `此前通知的 ${n} 条报警已有人确认或已恢复。` : '此前通知的报警已有人确认或已恢复。',
    tryTitle: '【测试】通知渠道测试',
    tryText: (center: string) => `这是${center}安全指挥中心的测试消息，无需处置。`,
  },
  en: {
    wholeCommunity: 'the whole community',
    floor: (n: number) => (n > 0 ? `floor ${n}` : `basement ${-n}`),
    title: (grade: number, title: string, place: string) => `[Alarm ${GRADE[grade]}] ${place}: ${title}`,
    one: (a: ToldAlarm, time: string) =>
      `${time} ${a.placeName}: ${a.title} (grade ${GRADE[a.grade]}, ${a.deviceName})`,
    advice: (text: string) => `What to do: ${text}`,
    many: (n: number) => `[Alarms] ${n} wait to be acknowledged`,
    rest: (n: number) => `And ${n} more: see the system.`,
    repeated: (n: number) => `Told again (${n}): nobody has acknowledged.`,
    escalated: 'Nobody answered before: this comes to you.',
    clear: (title: string, place: string) => `[All clear] ${place}: ${title}`,
    cleared: (n: number) =>
      n > 1
        ? `The ${n} alarms told before are acknowledged or gone.`
        : 'The alarm told before is acknowledged or gone.',
    tryTitle: '[Test] notice channel',
    tryText: (center: string) => `This is a test message of the command center of ${center}. Nothing is to be done.`,
  },
} as const

/** What a message says, in the language of its channel. */
export class NoticeWords {
  readonly center: string
  private readonly kinds: Registry<DeviceKind>
  private readonly names: ReadonlyMap<string, string>

  constructor(site: Site, kinds: Registry<DeviceKind>) {
    this.center = site.community.name
    this.kinds = kinds
    this.names = new Map([...site.grids, ...site.buildings].map(({ place, name }) => [place, name]))
  }

  told(world: World, alarm: Alarm, language: Language): ToldAlarm {
    const device = world.devices.get(alarm.device)
    const kind = alarm.kind ?? device?.kind ?? ''
    const rule = this.kinds.get(kind)?.rules.find((known) => known.rule === alarm.rule)
    const { name, advice } = alarm.words ?? rule ?? healthFindings[alarm.rule] ?? {}
    return {
      alarm: alarm.alarm,
      grade: alarm.grade,
      rule: alarm.rule,
      title: name?.[language] ?? alarm.rule,
      advice: advice?.[language] ?? '',
      place: alarm.place,
      placeName: this.placeName(alarm.place, language),
      device: alarm.device,
      deviceName: oneLine(device?.name ?? alarm.device),
      kind,
      value: alarm.value,
      metric: alarm.metric,
      state: alarm.state,
      raisedAt: new Date(alarm.raisedAt).toISOString(),
    }
  }

  placeName(path: string, language: Language): string {
    const [, zone, building, floor, room] = path.split('/')
    const words = sentences[language]
    if (!zone) return words.wholeCommunity
    if (!building) return this.names.get(path) ?? zone
    const level = floor === undefined ? undefined : floorOf(floor)
    const named = this.names.get(placeUpTo(path, 'building') ?? '') ?? building
    // A home is known by its number; stairs and shops have names that only the model knows.
    const number = room !== undefined && /^b?\d+$/.test(room) && room
    return [named, floor && (level === undefined ? floor : words.floor(level)), number].filter(Boolean).join(' ')
  }

  say(
    language: Language,
    about: { what: 'alarm' | 'clear'; alarms: readonly ToldAlarm[]; count: number; step: number; round: number },
  ): { title: string; text: string } {
    const words = sentences[language]
    const [first] = about.alarms
    const { title = '', placeName = '' } = first ?? {}
    const list = about.alarms.slice(0, NAMED).map((alarm) => words.one(alarm, clock(alarm.raisedAt)))
    if (about.what === 'clear')
      return { title: words.clear(title, placeName), text: [words.cleared(about.count), ...list].join('\n') }
    const rest = about.count - list.length
    const lines = [
      ...list,
      rest > 0 && words.rest(rest),
      about.round > 0 && words.repeated(about.round),
      about.step > 0 && about.round === 0 && words.escalated,
      about.count === 1 && first?.advice && words.advice(first.advice),
    ]
    return {
      title: about.count > 1 ? words.many(about.count) : words.title(first?.grade ?? 4, title, placeName),
      text: lines.filter(Boolean).join('\n'),
    }
  }

  trial(language: Language): { title: string; text: string } {
    const words = sentences[language]
    return { title: words.tryTitle, text: words.tryText(this.center) }
  }
}

/** A name makes no lines of its own in a message. */
function oneLine(name: string): string {
  return name.replace(/\p{C}+/gu, ' ')
}

function clock(iso: string): string {
  const at = new Date(iso)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
