import { access, constants, mkdir } from 'node:fs/promises'
import { deviceKinds } from '#models/devices/index.ts'
import { AnkanError, toAnkanError } from '#shared/errors.ts'
import { systemClock } from '#shared/time.ts'
import { readSite } from '#tiles/cim/read.ts'
import packageJson from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { keepTilesCurrent } from './areas/place/build-tiles.ts'
import { CheckedFiles } from './areas/place/checked-files.ts'
import { SiteTiles } from './areas/place/tiles.ts'
import { demoAccounts } from './demo/accounts.ts'
import { demoSite, furnishDemo, listenForNotices, simulatorKey } from './demo/demo.ts'
import { keepReadings } from './health/retention.ts'
import { lockFolder } from './log/sqlite/lock.ts'
import { openSqliteStorage } from './log/sqlite/sqlite-storage.ts'
import { remedyFor } from './remedies.ts'
import { readSettings, settingsHelp } from './settings.ts'

// The log, the password hashes and the compression share these threads.
process.env.UV_THREADPOOL_SIZE ??= '8'
// Hashes, sessions and personal data lie in these files: for this user alone.
process.umask(0o077)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function start(): Promise<void> {
  if (process.argv.includes('--help')) return say(settingsHelp)
  const settings = readSettings(process.argv.slice(2), process.env)
  await preparedFolder(settings.data)
  const unlock = await lockFolder(settings.data)
  const demo = settings.site === undefined
  const siteFolder = settings.site ?? (await demoSite(settings.data))
  const checking = CheckedFiles.open(settings.data, import.meta.filename)
  const [checked, { site, devices }, storage] = await Promise.all([
    checking,
    checking.then((before) => readSite(siteFolder, { checked: before })),
    openSqliteStorage(settings.data),
  ])
  const tiles = new SiteTiles(siteFolder)
  const app = await createApp({
    storage,
    folder: settings.data,
    clock: systemClock,
    kinds: deviceKinds,
    site,
    tiles,
    devices,
    version: packageJson.version,
    host: settings.host,
    httpPort: settings.port,
    mqttPort: settings.mqttPort,
    origins: settings.origins,
    keepReadingsDays: settings.keepReadingsDays,
    ...(settings.site === undefined ? {} : { siteFolder: settings.site }),
    ...(demo ? { demonstration: demoAccounts } : {}),
    report: (text) => say(`${new Date().toISOString()} ${text}`),
  })
  const sink = demo
    ? await listenForNotices(app, site.community.id, (text) => say(`${new Date().toISOString()} ${text}`))
    : undefined
  if (demo) await furnishDemo(app, await simulatorKey(settings.data), site.community.id)
  const stopKeeping = keepReadings(storage, systemClock, settings.keepReadingsDays, say)
  // What comes from now on is put on the tape as it comes, not when somebody asks for the past.
  storage.history.begin().catch((error: AnkanError) => say(`the past cannot be read: ${error.message}`))
  storage
    .check()
    .catch((error: AnkanError) => say(`${error.message}\n${remedyFor(error)}`))
    .then(() => storage.history.damagedDays())
    .then((days) => {
      if (days.length > 0)
        say(`playback of these days is damaged, put tape-DAY.db back from the backup: ${days.join(' ')}`)
    })
    .catch(() => {})

  say(
    `${site.community.name}: http://${settings.host}:${app.httpPort}  mqtt://${settings.host}:${app.mqttPort}  ${settings.data}`,
  )
  if (app.setupCode)
    say(`First start of this site. Open the command center and create the administrator with code ${app.setupCode}`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    stopKeeping()
    sink?.close()
    await Promise.all([app.close(), building.then((end) => end())])
    await storage.close()
    await unlock()
    process.exit(0)
  }
  // After the start: a large site takes a moment to be compared.
  const building = keepTilesCurrent(tiles, say)
  void checked.save()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
  // Whoever started us is told in a form that a program reads.
  process.send?.({ ready: true, httpPort: app.httpPort, mqttPort: app.mqttPort, setupCode: app.setupCode })
}

async function preparedFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new AnkanError(
      'start.folder-not-writable',
      { folder },
      `cannot write in ${folder}: ${(error as Error).message}`,
    )
  }
}

start().catch((thrown) => {
  const error = toAnkanError(thrown)
  const detail = error.code === 'internal' ? `\n${(thrown as Error).stack}` : ''
  process.stderr.write(`Ankan cannot start [${error.code}]: ${error.message}${detail}\n${remedyFor(error)}\n`)
  process.exit(1)
})
