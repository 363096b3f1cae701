import { Spin } from 'antd'
import { readHealth, readSettings } from '#shared/contract/system.ts'
import { PROTOCOL_VERSION } from '#shared/contract/wire.ts'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenterState } from '../../store/hooks.ts'
import { type Fact, FactList } from './FactList.tsx'
import { bytes, duration } from './figures.ts'
import { PageFrame } from './PageFrame.tsx'
import { useAnswer } from './use-answer.ts'

const EVERY_MS = 5000
const LOCAL = new Set(['127.0.0.1', 'localhost', '::1'])

/** How the server is, and how it was started. Nothing is changed here; each setting says where it is. */
export function SettingsPage() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const s = a.settings
  const offset = useCenterState((state) => state.clockOffset)
  const { value: health, ...known } = useAnswer(readHealth, EVERY_MS)
  const { value: set, problem } = useAnswer(readSettings)
  const shown = { ...known, problem: known.problem ?? problem }
  const damage = (name: string, days: readonly string[], more: string): Fact =>
    days.length === 0 ? { name, value: s.noDamage } : { name, value: days.join(', '), more, wrong: true }
  return (
    <PageFrame title={a.pages.settings} hint={s.hint} known={shown} byItself>
      {!(health && set) && known.asking && <Spin aria-label={a.loading} />}
      {health && set && (
        <div className="admin-scroll admin-columns">
          <FactList
            title={s.health}
            facts={[
              {
                name: s.state,
                value: `${s.states[health.state]}${health.reason ? ` (${health.reason})` : ''}`,
                more: s.since(dateTime(health.since)),
                wrong: health.state !== 'ok',
              },
              { name: s.uptime, value: duration(health.uptimeMs, s) },
              { name: s.version, value: set.version },
              { name: s.protocol, value: String(PROTOCOL_VERSION) },
              { name: s.platform, value: set.platform },
              { name: s.memory, value: bytes(health.memoryBytes) },
              { name: s.seq, value: health.seq.toLocaleString() },
              { name: s.devices, value: health.devices.toLocaleString() },
              {
                name: s.screens,
                value: health.screens.toLocaleString(),
                ...(health.screensBehind > 0 ? { more: s.behind(health.screensBehind), wrong: true } : {}),
              },
            ]}
          />
          <FactList
            title={s.storage}
            facts={[
              { name: s.free, value: bytes(health.freeBytes), wrong: health.state === 'low-space' },
              damage(s.damaged, health.damagedDays, s.damagedHint),
              damage(s.damagedTapes, health.damagedTapes, s.damagedTapesHint),
              { name: s.data, value: set.data, setBy: '--data · ANKAN_DATA' },
              { name: s.site, value: set.site ?? s.demo, setBy: '--site · ANKAN_SITE' },
              {
                name: s.keep,
                value: set.keepReadingsDays === undefined ? s.keepForever : s.keepDays(set.keepReadingsDays),
                setBy: '--keep-readings · ANKAN_KEEP_READINGS',
              },
              { name: s.keepLog, value: s.keepLogText, setBy: s.fixed },
              { name: s.keepLetters, value: s.keepLettersText, setBy: s.fixed },
            ]}
          />
          <FactList
            title={s.network}
            facts={[
              {
                name: s.host,
                value: set.host,
                ...(LOCAL.has(set.host) ? { more: s.local } : {}),
                setBy: '--host · ANKAN_HOST',
              },
              { name: s.http, value: String(set.httpPort), setBy: '--port · ANKAN_PORT' },
              { name: s.mqtt, value: String(set.mqttPort), setBy: '--mqtt-port · ANKAN_MQTT_PORT' },
              {
                name: s.origins,
                value: set.origins.length === 0 ? s.noOrigins : set.origins.join(', '),
                setBy: '--origins · ANKAN_ORIGINS',
              },
            ]}
          />
          <FactList
            title={s.clock}
            facts={
              [
                { name: s.serverZone, value: set.timeZone, setBy: 'TZ' },
                { name: s.ownZone, value: Intl.DateTimeFormat().resolvedOptions().timeZone },
                { name: s.offset, value: s.offsetText(offset), wrong: Math.abs(offset) > 60_000 },
                { name: s.language, value: t.language, more: s.languageHint },
              ] satisfies Fact[]
            }
          />
        </div>
      )}
    </PageFrame>
  )
}
