import { healthFindings } from '#models/health.ts'
import type { DeviceKind } from '#models/kind.ts'
import { isWithin, placePart, placeUpTo } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { Text } from '#shared/text.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Rule } from '#shared/world/rules.ts'
import type { World } from '#shared/world/world.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { AlarmBook, AnyOf } from '../../../log/alarm-book.ts'
import type { RoomNames } from '../../place/rooms.ts'

export interface Known {
  world: World
  kinds: Registry<DeviceKind>
  rules(): Iterable<Rule>
  site: Pick<Site, 'grids' | 'buildings'>
  rooms(): Promise<RoomNames>
}

const MOST_WORDS = 6

/** What is typed, as what alarms are found by: all words have to be there, each anywhere. */
export async function wordsMeant(text: string, book: AlarmBook, known: Known): Promise<AnyOf[]> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  return Promise.all(words.map((word) => wordMeant(word, book, known)))
}

async function wordMeant(word: string, book: AlarmBook, known: Known): Promise<AnyOf> {
  const { world, kinds, rules } = known
  const isCalled = (name: Text) => name.zh.toLowerCase().includes(word) || name.en.toLowerCase().includes(word)
  const [written, called] = await Promise.all([
    book.known(['rule', 'kind', 'place', 'device', 'who', 'words'], word),
    placesCalled(word, book, known),
  ])
  const kind = new Set(written.kind)
  for (const one of kinds.all) if (isCalled(one.name)) kind.add(one.kind)
  const rule = new Set(written.rule)
  for (const one of rules()) if (isCalled(one.name)) rule.add(one.rule)
  for (const [id, { name }] of Object.entries(healthFindings)) if (isCalled(name)) rule.add(id)
  const place = largest([...called, ...(written.place ?? [])])
  const device = new Set(written.device)
  // What its kind or its place says already need not be said by each device.
  const isMeant = (one: { kind: string; place: string }) =>
    kind.has(one.kind) || place.some((scope) => isWithin(one.place, scope))
  for (const one of allDevices(world))
    if (isMeant(one)) device.delete(one.device)
    else if (one.name.toLowerCase().includes(word)) device.add(one.device)
  const who = new Set(written.who)
  for (const { account, name } of world.users.values()) if (name.toLowerCase().includes(word)) who.add(account)
  return {
    rule: [...rule],
    kind: [...kind],
    place,
    device: [...device],
    who: [...who],
    words: written.words ?? [],
  }
}

/** Grids and buildings by their names, and rooms, of which only those are meant where something happened. */
async function placesCalled(word: string, book: AlarmBook, { site, rooms }: Known): Promise<string[]> {
  const found = [...site.grids, ...site.buildings].filter(({ name }) => name.toLowerCase().includes(word))
  const called = new Set<string>()
  for (const [building, names] of Object.entries(await rooms()))
    for (const [room, { name }] of Object.entries(names))
      if (name.toLowerCase().includes(word)) called.add(`${building} ${room}`)
  const places = found.map(({ place }) => place)
  if (called.size === 0) return places
  const { place: all = [] } = await book.known(['place'], '/')
  const isCalled = (place: string) => called.has(`${placeUpTo(place, 'building')} ${placePart(place, 'room')}`)
  return [...places, ...all.filter(isCalled)]
}

/** Those that are, and those that were. */
function* allDevices({ devices, archive }: World): Iterable<Device> {
  yield* devices.values()
  for (const { retired } of archive.values()) if (retired) yield retired.device
}

/** Those that lie in none of the others. */
function largest(places: readonly string[]): string[] {
  const kept = new Set<string>()
  for (const place of [...new Set(places)].sort((a, b) => a.length - b.length)) {
    const parts = place.split('/')
    if (!parts.some((_, i) => kept.has(parts.slice(0, i + 1).join('/')))) kept.add(place)
  }
  return [...kept]
}
