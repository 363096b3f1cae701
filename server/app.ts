import { randomBytes } from 'node:crypto'
import { setTimeout as passed } from 'node:timers/promises'
import type { DeviceKind } from '#models/kind.ts'
import { whereNow } from '#models/moving.ts'
import type { CenterSettings, Health } from '#shared/contract/system.ts'
import type { Registry } from '#shared/registry.ts'
import { type Clock, every, SECOND } from '#shared/time.ts'
import { type Device, type DeviceEntry, deviceRegistered, isItsOwn } from '#shared/world/devices.ts'
import type { Draft, Event } from '#shared/world/event.ts'
import { SYSTEM } from '#shared/world/event.ts'
import type { Site } from '#tiles/cim/site.ts'
import { addressAttempts } from './access/attempts.ts'
import { DeviceSecrets } from './access/devices.ts'
import { Sessions } from './access/sessions.ts'
import { Accounts } from './access/users.ts'
import { Vault } from './access/vault.ts'
import { AlarmsAtWork } from './areas/alarms/alarms-at-work.ts'
import { Bookkeeping } from './areas/alarms/book/bookkeeping.ts'
import { bookCalls } from './areas/alarms/book/calls.ts'
import { Chattering } from './areas/alarms/chattering.ts'
import { alarmCalls } from './areas/alarms/index.ts'
import { judge } from './areas/alarms/judge.ts'
import { bookmarkCalls } from './areas/bookmarks/index.ts'
import { ConnectorsAtWork } from './areas/connectors/connectors-at-work.ts'
import { connectorCalls } from './areas/connectors/index.ts'
import { archiveCalls } from './areas/devices/archive.ts'
import { Happenings } from './areas/devices/happenings.ts'
import { importCalls } from './areas/devices/imports.ts'
import { deviceCalls } from './areas/devices/index.ts'
import { KnownPlaces } from './areas/devices/known-places.ts'
import { Latest } from './areas/devices/latest.ts'
import { Links } from './areas/devices/links.ts'

import { registryCalls } from './areas/devices/registry.ts'
import { isTaken } from './areas/devices/taken.ts'
import { trendCalls } from './areas/devices/trends.ts'
import { HealthWatch } from './areas/health/watch.ts'
import { historyCalls } from './areas/history/index.ts'
import { SealingKey } from './areas/history/sealing-key.ts'

import { layoutCalls } from './areas/layouts/index.ts'
import { linkageCalls } from './areas/linkages/index.ts'
import { LinkagesAtWork } from './areas/linkages/linkages-at-work.ts'
import { WaysOut } from './areas/linkages/ways-out.ts'
import { ChannelSecrets } from './areas/notices/channel-secrets.ts'
import { DeliveriesAtWork } from './areas/notices/deliveries-at-work.ts'
import { noticeCalls } from './areas/notices/index.ts'
import { NoticesAtWork } from './areas/notices/notices-at-work.ts'
import { Receipts } from './areas/notices/receipts.ts'
import { NoticeWords } from './areas/notices/words.ts'
import { orderCalls } from './areas/orders/index.ts'
import { OrdersAtWork } from './areas/orders/orders-at-work.ts'
import { peopleCalls } from './areas/people/index.ts'
import { addressKey } from './areas/place/address-key.ts'
import { placeCalls } from './areas/place/index.ts'
import { roomNamesOf } from './areas/place/rooms.ts'
import { SiteTiles } from './areas/place/tiles.ts'
import { recordingCalls } from './areas/recordings/index.ts'
import { replayCalls } from './areas/replays/index.ts'
import { ReplaysAtWork } from './areas/replays/replays-at-work.ts'
import { ruleCalls } from './areas/rules/index.ts'
import { RulesAtWork } from './areas/rules/rules-at-work.ts'
import { sessionCalls } from './areas/sessions/index.ts'
import { systemCalls } from './areas/system/index.ts'
import { trackCalls } from './areas/tracks/index.ts'
import { userCalls } from './areas/users/index.ts'
import type { DemoAccount } from './demo/accounts.ts'
import { keepApart } from './demo/keep-apart.ts'
import { closeScreens } from './gateway/connection.ts'
import { DeadLetters } from './gateway/dead-letters.ts'
import { Dispatch } from './gateway/dispatch.ts'
import { FanOut } from './gateway/fan-out.ts'
import { createHttp } from './gateway/http.ts'
import { originCheck } from './gateway/origins.ts'
import { createScreenServer, serveScreens } from './gateway/socket.ts'
import { DiskGuard, type FreeBytes, freeBytes } from './health/disk-guard.ts'
import { listen } from './listen.ts'
import { EventLog } from './log/log.ts'
import { openBook } from './log/sqlite/book/sqlite-book.ts'
import type { Storage } from './log/storage.ts'
import { Intake } from './sources/intake.ts'
import { MqttSource } from './sources/mqtt/mqtt.ts'
import { Keeper } from './sources/replay/keep.ts'
import { Playback } from './sources/replay/playback.ts'
import { Recordings } from './sources/replay/recordings.ts'

export interface AppDeps {
  storage: Storage
  /** The folder that the storage lies in: its free space is watched. */
  folder: string
  clock: Clock
  kinds: Registry<DeviceKind>
  site: Site
  /** Where its tiles are; a site of a test may have none. */
  tiles?: SiteTiles
  devices: DeviceEntry[]
  version: string
  host: string
  httpPort: number
  mqttPort: number
  origins?: readonly string[]
  /** Told to whoever may see the system; neither is needed to run. */
  siteFolder?: string
  keepReadingsDays?: number
  /** Accounts that everybody knows: for demonstrations alone. */
  demonstration?: readonly DemoAccount[]
  freeBytes?: FreeBytes
  report(text: string): void
}

export interface App {
  httpPort: number
  mqttPort: number
  /** For the first start of a real site; null when there is an administrator. */
  setupCode: string | null
  log: EventLog
  vault: Vault
  close(): Promise<void>
}

/** Wires a whole server and starts it. Tests start a real one with it, on free ports. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { storage, clock, kinds, site, report, tiles = new SiteTiles(undefined) } = deps
  const startedAt = clock.monotonic()
  const log = await EventLog.open(storage, clock)
  const vault = await Vault.open(storage, log)
  await keepApart(log, vault, deps.demonstration !== undefined)
  tiles.key = await addressKey(vault, clock)
  const sessions = new Sessions(vault, log, clock)
  const accounts = new Accounts(log, vault, clock)
  const secrets = new DeviceSecrets(vault)
  const attempts = addressAttempts(clock)
  const letters = new DeadLetters(log, storage, clock)
  const latest = new Latest(log, clock)
  const links = new Links(log, clock)
  const root = site.community.id
  await registerNew(log, deps.devices)

  const guard = new DiskGuard(deps.folder, log, clock, deps.freeBytes ?? freeBytes, () => {
    report(`storage: ${guard.state}${guard.reason ? ` (${guard.reason})` : ''}`)
    fanOut.health(guard.summary)
  })
  const whereIs = (device: Device, kind: DeviceKind | undefined, values: Record<string, number> = {}) => {
    const said = { ...latest.get(device.device)?.[1], ...values }
    return kind ? whereNow(kind, device.position, said).position : device.position
  }
  const watch = new HealthWatch({
    log,
    clock,
    wasHeard: (device) => {
      const newest = latest.get(device.device)?.[0]
      return device.link !== 'unknown' || (newest !== undefined && isItsOwn(device, newest))
    },
  })
  const rules = new RulesAtWork({
    log,
    clock,
    kinds,
    watch,
    follow: (world, device, at, findings) =>
      judge(world, findings, {
        device,
        at,
        where: () => whereIs(device, kinds.get(device.kind)),
        lifeOf: rules.lifeOf,
      }),
  })
  const alarms = new AlarmsAtWork({ log, clock, lifeOf: rules.lifeOf, explainedBy: (rule) => rules.explainedBy(rule) })
  const chattering = new Chattering({ log, clock, ruleOf: (key) => rules.rules.get(key) })
  const keeping = new Bookkeeping({
    log,
    storage,
    clock,
    open: (anew) => openBook(deps.folder, { id: storage.id, seq: log.told.seq }, anew),
    report,
  })
  const missed = (drafts: Draft[], device: Device) =>
    fanOut.unkept(unkeptEvents(drafts, device.device, clock.now()), log.fault?.message ?? '')
  const intake = new Intake({
    log,
    kinds,
    clock,
    react: (device, kind, at, values) => {
      const findings = rules.read(device, at, values)
      const found = { device, at, where: () => whereIs(device, kind, values), lifeOf: rules.lifeOf }
      return (world) => judge(world, findings, found)
    },
    missed,
    sparing: () => guard.sparing,
    timed: (device, at) => watch.timed(device, at),
    spoke: (device) => playback.spoke(device),
    newestAt: (device) => latest.get(device)?.[0],
  })
  const sparing = () => guard.sparing
  const recordings = await Recordings.open({ data: deps.folder, log, clock, sparing, report })
  const newestAt = (device: string) => latest.get(device)?.[0]
  const playback = new Playback({ recordings, log, clock, intake, newestAt })
  const keeper = new Keeper({ recordings, log, clock, keepDays: deps.keepReadingsDays, sparing })
  await playback.takeUp()
  const happenings = new Happenings({
    log,
    clock,
    kinds,
    react: (device, event) => {
      const findings = rules.happened(device, event)
      return (world) =>
        judge(world, findings, {
          device,
          at: clock.now(),
          where: () => whereIs(device, kinds.get(device.kind)),
          lifeOf: rules.lifeOf,
        })
    },
    missed,
  })
  const connectors = new ConnectorsAtWork({ log, clock, kinds, intake })
  const mqtt = new MqttSource({
    take: {
      readings: (device, message) => intake.take(device, message),
      results: (device, message) => orders.answer(device, message),
      happenings: (device, message) => happenings.take(device, message),
      link: (device, message) => links.told(device, message),
    },
    foreign: (device, topic, payload) => connectors.take(device, topic, payload),
    gatewayOf: (device) => log.decided.devices.get(device)?.gateway,
    secrets,
    letters,
    attempts,
    linked: (device, up) => links.linked(device, up),
  })
  const orders = new OrdersAtWork({ log, clock, tell: (...order) => mqtt.tell(...order) })
  const rooms = roomNamesOf(tiles.folder, site.buildings)
  const waysOut = new WaysOut()
  const listens = (device: string) => mqtt.listens(device)
  const linkages = new LinkagesAtWork({ log, clock, kinds, listens, newestAt, isWayOut: waysOut.has })

  const channelSecrets = new ChannelSecrets(vault)
  const words = new NoticeWords(site, kinds)
  const secretOf = (channel: string) => channelSecrets.secretOf(channel)
  const deliveries = new DeliveriesAtWork({ log, clock, words, secretOf, report })
  const notices = new NoticesAtWork({ log, clock, report })
  const receipts = new Receipts({ log, clock, secrets: channelSecrets, attempts })

  const mayOrigin = originCheck(deps.origins ?? [])
  const http = createHttp({
    sessions,
    secrets,
    attempts,
    letters,
    tiles,
    receipts,
    dispatch: () => dispatch,
    mayOrigin,
    version: deps.version,
  })
  await http.ready()
  const io = createScreenServer(http.server, mayOrigin)
  const fanOut = new FanOut(io, log, latest, clock)
  const replays = new ReplaysAtWork(log, clock)
  const setupCode = log.told.users.size === 0 && !deps.demonstration ? newSetupCode() : null
  const health = (): Omit<Health, 'damagedDays' | 'damagedTapes'> => ({
    state: guard.state,
    ...(guard.reason === undefined ? {} : { reason: guard.reason }),
    since: guard.since,
    uptimeMs: Math.round(clock.monotonic() - startedAt),
    freeBytes: guard.free,
    memoryBytes: process.memoryUsage.rss(),
    seq: log.told.seq,
    devices: log.told.devices.size,
    screens: fanOut.counts.screens,
    screensBehind: fanOut.counts.behind,
  })
  const settings = (): CenterSettings => ({
    version: deps.version,
    data: deps.folder,
    ...(deps.siteFolder === undefined ? {} : { site: deps.siteFolder }),
    host: deps.host,
    httpPort,
    mqttPort,
    origins: [...(deps.origins ?? [])],
    ...(deps.keepReadingsDays === undefined ? {} : { keepReadingsDays: deps.keepReadingsDays }),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    platform: `Node.js ${process.versions.node} ${process.platform} ${process.arch}`,
  })
  const center = {
    name: site.community.name,
    root,
    version: deps.version,
    demonstration: deps.demonstration ?? [],
    setupCode,
  }
  const places = new KnownPlaces(site, tiles.folder)
  const disconnect = (device: string) => mqtt.disconnect(device)
  const dispatch = new Dispatch(
    [
      ...sessionCalls({ log, vault, sessions, accounts, attempts, center }),
      ...userCalls({ log, vault, sessions, root }),
      ...layoutCalls(log, root),
      ...alarmCalls({ log, storage, clock, lifeOf: rules.lifeOf }),
      ...bookCalls({
        keeping,
        log,
        storage,
        clock,
        root,
        ruleOf: (key) => rules.rules.get(key),
        world: log.told,
        kinds,
        rules: () => rules.rules.values(),
        site,
        rooms,
      }),
      ...connectorCalls({ log, kinds, atWork: connectors, root }),
      ...recordingCalls({ recordings, playback, keeper, keepDays: deps.keepReadingsDays, sparing, root }),
      ...orderCalls({ log, clock, kinds, listens }),
      ...linkageCalls({ log, storage, atWork: linkages, rules: () => rules.rules, root }),
      ...noticeCalls({ log, clock, vault, secrets: channelSecrets, kinds, words, root }),
      ...deviceCalls({ log, storage, vault, intake, disconnect }),
      ...registryCalls({ log, vault, clock, kinds, places, disconnect }),
      ...archiveCalls({ log, secrets }),
      ...importCalls({ log, clock, kinds, places, root }),
      ...trendCalls({ log, storage, kinds }),
      ...trackCalls({ log, storage, kinds, site, root }),
      ...historyCalls({
        storage,
        clock,
        root,
        site,
        rooms,
        tiles,
        sealing: new SealingKey(vault),
        version: deps.version,
        isShown: () => [...log.told.replays.values()].some(({ onWalls }) => onWalls),
      }),
      ...replayCalls({ log, clock, root, atWork: replays, pointing: (pointing) => fanOut.pointing(pointing) }),
      ...bookmarkCalls({ log, storage, clock, root }),
      ...ruleCalls({ log, storage, clock, kinds, atWork: rules, root }),
      ...placeCalls(site, tiles, rooms),
      ...peopleCalls(site, tiles.folder, clock),
      ...systemCalls({ log, storage, letters, health, settings }),
    ],
    log,
    clock,
    (error, call) => report(`internal error in ${call}: ${(error.cause as Error)?.stack ?? error.stack}`),
  )
  serveScreens({
    io,
    sessions,
    dispatch,
    fanOut,
    letters,
    logId: storage.id,
    now: () => clock.now(),
    health: () => guard.summary,
  })

  // Whoever comes at once sees what was shown at the stop; for a record that must be made anew nobody waits.
  await Promise.race([fillLatest(storage, latest, report), passed(MOST_FILLING_MS, undefined, { ref: false })])
  const httpPort = await listen(http.server, deps.httpPort, deps.host, 'HTTP')
  const mqttPort = await mqtt.listen(deps.mqttPort, deps.host).catch(async (error) => {
    await http.close()
    throw error
  })
  const stopSweep = every(clock, 10 * SECOND, () => sessions.sweep())
  void guard.look()
  waysOut.read(rooms()).catch((error: Error) => report(`the ways out could not be read: ${error.message}`))

  return {
    httpPort,
    mqttPort,
    setupCode,
    log,
    vault,
    async close() {
      stopSweep()
      await playback.close()
      await keeper.close()
      await recordings.close()
      guard.close()
      links.close()
      rules.close()
      alarms.close()
      chattering.close()
      await keeping.close()
      orders.close()
      linkages.close()
      replays.close()
      notices.close()
      deliveries.close()
      connectors.close()
      fanOut.close()
      await mqtt.close()
      await closeScreens(io, http.server)
      await http.close()
      await log.close()
    },
  }
}

/** Devices of the site folder that the log does not know yet; one that was retired is known. */
async function registerNew(log: EventLog, devices: DeviceEntry[]): Promise<void> {
  const fresh = devices.filter((entry) => !isTaken(log.told, entry.device))
  if (fresh.length === 0) return
  await log.append(() => fresh.map((entry) => deviceRegistered(entry.place, { ...entry, source: 'site' })), SYSTEM)
}

/** Three groups that a person can read from one screen and type on another. */
function newSetupCode(): string {
  return randomBytes(9)
    .toString('hex')
    .replace(/(.{6})(?=.)/g, '$1-')
}

function unkeptEvents(drafts: Draft[], device: string, at: number): Event[] {
  return drafts.map((draft) => ({ ...draft, seq: 0, at, by: { kind: 'device', id: device } }))
}

const MOST_FILLING_MS = 3000

/** What was shown last is shown again; of what the record does not know, or where there is none yet, what was measured last. */
async function fillLatest(storage: Storage, latest: Latest, report: AppDeps['report']): Promise<void> {
  const failed = (error: Error) => report(`the newest readings could not be read: ${error.message}`)
  const shown = await storage.history.newest().catch(failed)
  if (shown) latest.adopt(shown)
  const known = new Set(Object.keys(shown ?? {}))
  const filled = storage
    .newestReadings()
    .then((readings) => latest.fill(readings.filter(({ device }) => !known.has(device))))
    .catch(failed)
  // With a record it is little that is left, and nobody waits for it.
  if (!shown) await filled
}
