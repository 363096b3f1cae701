import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Knex } from 'knex'
import { AnkanError } from '#shared/errors.ts'
import { EVERYWHERE } from '#shared/place/path.ts'
import type { Actor, Event } from '#shared/world/event.ts'
import { WORLD_VERSION, type WorldSnapshot } from '#shared/world/world.ts'
import { aboutWhat } from '../about.ts'

import type { Batch, DeadLetterRow, EventCount, EventPage, EventRange, Storage, TrendWish } from '../storage.ts'
import { writtenInSlices } from '../written-in-slices.ts'

import { searchAudit } from './audit.ts'
import { holding } from './holding.ts'
import { migrate } from './migrations.ts'
import { guarded, openSqlite } from './open.ts'
import { Readings } from './readings.ts'
import { quickCheck } from './segment.ts'
import { Segments } from './segments.ts'
import { Tape } from './tape/tape.ts'
import { TrackThread } from './tracks/track-thread.ts'

/** At or below a place: that three times, and the sign between levels. */
const BELOW = '(place = ? OR substr(place, 1, length(?) + 1) = ? || ?)'

const KEPT_SNAPSHOTS = 20
/** Tens of thousands come at once when a spreadsheet is taken in: between two statements others have their turn. */
const EVENTS_A_STATEMENT = 500
const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** The log and the newest readings in one SQLite file, the settled readings in one file a day beside it. */
export async function openSqliteStorage(folder: string): Promise<Storage> {
  const file = join(folder, 'ankan.db')
  const writer = openSqlite(file, 'write', 1)
  try {
    return await guarded(file, async () => {
      const { unknown } = await migrate(writer)
      if (unknown !== undefined)
        throw new AnkanError('storage.newer', { file, unknown }, `${file} was written by a newer Ankan (${unknown})`)
      await writer('meta').insert({ key: 'id', value: randomUUID() }).onConflict('key').ignore()
      const { value: id } = await writer('meta').where({ key: 'id' }).first<{ value: string }>()
      const segments = new Segments(folder)
      const readings = await Readings.open(writer, segments)
      const tape = new Tape(folder)
      readings.beforeForgetting = (row) => tape.isTaped(row)
      return new SqliteStorage(id, folder, writer, openSqlite(file, 'read', 4), segments, readings, tape)
    })
  } catch (error) {
    await writer.destroy()
    throw error
  }
}

class SqliteStorage implements Storage {
  readonly id: string
  private readonly file: string
  private readonly writer: Knex
  private readonly reader: Knex
  private readonly segments: Segments
  private readonly series: Readings
  readonly history: Tape
  readonly tracks: TrackThread

  constructor(
    id: string,
    folder: string,
    writer: Knex,
    reader: Knex,
    segments: Segments,
    series: Readings,
    history: Tape,
  ) {
    this.id = id
    this.file = join(folder, 'ankan.db')
    this.writer = writer
    this.reader = reader
    this.segments = segments
    this.series = series
    this.history = history
    this.tracks = new TrackThread(folder, (device, metric) => series.fresh(device, metric))
  }

  async commit(batch: Batch): Promise<void> {
    const { events, audit, deadLetters, vault } = batch
    const readings = batch.readings.length > 0 ? this.series.prepare(batch.readings) : undefined
    const readingsAlone = events.length + audit.length + deadLetters.length + vault.length === 0
    if (readings && readingsAlone && readings.fresh.length === 0) {
      // The common case by far: one statement is the whole transaction, and spares two trips.
      this.series.adopt(readings, await guarded(this.file, () => Readings.write(this.writer, batch.at, readings)))
      return
    }
    let row = 0
    await guarded(this.file, () =>
      this.writer.transaction(async (step) => {
        if (readings) row = await Readings.write(step, batch.at, readings)
        for (let i = 0; i < events.length; i += EVENTS_A_STATEMENT)
          await insert(
            step,
            'event (stream, seq, at, type, place, actor, data, device)',
            events
              .slice(i, i + EVENTS_A_STATEMENT)
              .map(({ stream, event: e }) => [
                stream,
                e.seq,
                e.at,
                e.type,
                e.place,
                JSON.stringify(e.by),
                JSON.stringify(e.data),
                aboutWhat(e),
              ]),
          )
        if (audit.length > 0)
          await insert(
            step,
            'audit (at, account, actor, origin, call, input, result)',
            audit.map((a) => [
              a.at,
              a.by.id,
              JSON.stringify(a.by),
              a.from,
              a.call,
              JSON.stringify(a.input ?? null),
              a.result,
            ]),
          )
        if (deadLetters.length > 0)
          await insert(
            step,
            'dead_letter (at, source, origin, code, reason, excerpt)',
            deadLetters.map((d) => [d.at, d.source, d.from, d.code, d.reason, d.excerpt]),
          )
        for (const { key, value } of vault)
          if (value === null) await step.raw('DELETE FROM vault WHERE key = ?', [key])
          else await step.raw('INSERT OR REPLACE INTO vault (key, value) VALUES (?, ?)', [key, value])
      }),
    )
    if (readings) this.series.adopt(readings, row)
  }

  async events(stream: string, range: EventRange): Promise<Event[]> {
    const rows = await guarded(this.file, () => {
      const find = this.reader('event')
        .where({ stream })
        .andWhere('seq', '>', range.after ?? 0)
      if (range.from !== undefined) find.andWhere('at', '>=', range.from)
      if (range.to !== undefined) find.andWhere('at', '<=', range.to)
      if (range.types !== undefined) find.andWhereRaw('substr(type, 1, length(?)) = ?', [range.types, range.types])
      return find.orderBy('seq').limit(range.limit).select<EventRow[]>()
    })
    return rows.map(toEvent)
  }

  async eventsAbout(
    stream: string,
    device: string,
    { before, limit, within = EVERYWHERE }: EventPage,
  ): Promise<Event[]> {
    const rows = await guarded(this.file, () => {
      const find = this.reader('event').where({ stream, device })
      if (before !== undefined) find.andWhere('seq', '<', before)
      if (within !== EVERYWHERE) find.andWhereRaw(BELOW, [within, within, within, '/'])
      return find.orderBy('seq', 'desc').limit(limit).select<EventRow[]>()
    })
    return rows.map(toEvent)
  }

  async countEvents(stream: string, { type, from, to, every, field, within }: EventCount) {
    const below = within === EVERYWHERE ? '' : `AND ${BELOW}`
    const places = within === EVERYWHERE ? [] : [within, within, within, '/']
    return guarded(this.file, () =>
      this.reader.raw<{ at: number; value: unknown; count: number }[]>(
        `SELECT at / ? * ? AS at, json_extract(data, '$.' || ?) AS value, count(*) AS count
         FROM event WHERE stream = ? AND at >= ? AND at <= ? AND type = ? ${below} GROUP BY 1, 2 ORDER BY 1, 2`,
        [every, every, field, stream, from, to, type, ...places],
      ),
    )
  }

  async saveSnapshot(stream: string, snapshot: WorldSnapshot): Promise<void> {
    const body = await pack(await writtenInSlices(snapshot.tables), { level: 3 })
    await guarded(this.file, () =>
      this.writer.transaction(async (step) => {
        await step('snapshot')
          .insert({ stream, seq: snapshot.seq, at: snapshot.at, version: snapshot.version, body })
          .onConflict(['stream', 'seq'])
          .merge()
        const kept = step('snapshot').where({ stream }).orderBy('seq', 'desc').limit(KEPT_SNAPSHOTS).select('seq')
        await step('snapshot').where({ stream }).whereNotIn('seq', kept).delete()
      }),
    )
  }

  async latestSnapshot(stream: string): Promise<WorldSnapshot | undefined> {
    const row = await guarded(this.file, () =>
      this.reader('snapshot')
        .where({ stream, version: WORLD_VERSION })
        .orderBy('seq', 'desc')
        .first<{ seq: number; at: number; version: number; body: Buffer } | undefined>(),
    )
    if (!row) return undefined
    try {
      const tables = JSON.parse((await unpack(row.body)).toString('utf8'))
      return { version: row.version, seq: row.seq, at: row.at, tables }
    } catch {
      // A snapshot only spares time: the log itself can always be folded from its beginning.
      return undefined
    }
  }

  readings(device: string, metric: string, from: number, to: number, limit: number): Promise<[number, number][]> {
    return this.series.range(device, metric, from, to, limit)
  }

  trend(wish: TrendWish) {
    return this.series.trend(wish)
  }

  newestReadings() {
    return this.series.newest()
  }

  readingDays() {
    return this.series.days()
  }

  damagedDays() {
    return this.segments.damagedDays()
  }

  async dropReadingsBefore(day: string) {
    const dropped = await this.series.dropBefore(day)
    if (dropped.length > 0) await this.history.dropBefore(day)
    return dropped
  }

  audit(search: Parameters<Storage['audit']>[0]) {
    return guarded(this.file, () => searchAudit(this.reader, search))
  }

  async deadLetters(search: Parameters<Storage['deadLetters']>[0]) {
    const rows = await guarded(this.file, () => {
      const find = this.reader('dead_letter').orderBy('id', 'desc').limit(search.limit)
      if (search.before !== undefined) find.andWhere('id', '<', search.before)
      if (search.source !== undefined) find.andWhere('source', search.source)
      if (search.code !== undefined) find.andWhere('code', search.code)
      if (search.text !== undefined) holding(find, ['origin', 'reason', 'excerpt'], search.text)
      return find.select<(Omit<DeadLetterRow, 'from'> & { id: number; origin: string })[]>()
    })
    return rows.map(({ origin, ...row }) => ({ ...row, from: origin }))
  }

  async trimDeadLetters(keep: number): Promise<void> {
    await guarded(this.file, () =>
      this.writer.raw(
        'DELETE FROM dead_letter WHERE id <= (SELECT id FROM dead_letter ORDER BY id DESC LIMIT 1 OFFSET ?)',
        [keep],
      ),
    )
  }

  async vault(prefix: string): Promise<{ key: string; value: string }[]> {
    return guarded(this.file, () =>
      this.reader('vault')
        .whereRaw('substr(key, 1, length(?)) = ?', [prefix, prefix])
        .select<{ key: string; value: string }[]>('key', 'value'),
    )
  }

  async check(): Promise<void> {
    await guarded(this.file, () => quickCheck(this.reader))
    await this.history.check()
    await this.segments.check()
  }

  async close(): Promise<void> {
    this.history.stopping()
    await this.tracks.close()
    await this.series.close()
    await this.history.close()
    await this.segments.close()
    await this.reader.destroy()
    await this.writer.destroy()
  }
}

interface EventRow {
  seq: number
  at: number
  type: string
  place: string
  actor: string
  data: string
}

/** One statement for all rows: the fastest way into SQLite from here by far. */
async function insert(step: Knex, into: string, rows: unknown[][]): Promise<void> {
  const columns = (rows[0] ?? []).map((_, i) => `value ->> ${i}`).join(', ')
  await step.raw(`INSERT INTO ${into} SELECT ${columns} FROM json_each(?)`, [JSON.stringify(rows)])
}

function toEvent(row: EventRow): Event {
  return {
    seq: row.seq,
    at: row.at,
    type: row.type,
    place: row.place,
    by: JSON.parse(row.actor) as Actor,
    data: JSON.parse(row.data),
  }
}
