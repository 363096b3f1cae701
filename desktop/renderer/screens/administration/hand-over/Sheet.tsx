import type { ReactNode } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import type { readHandOver } from '#shared/contract/hand-overs.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import type { HandOverSheet } from '#shared/world/hand-overs.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTimeIn, zoneHere } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { percent, spanText } from '../alarm-figures/key-figures.ts'
import { useNaming } from '../alarm-figures/use-naming.ts'

export type Handed = typeof readHandOver extends { output: { _output: infer O } } ? O : never

/** What the next shift has to know, on paper as on the screen. */
export function Sheet({ read: { sheet, handed, taken }, actions }: { read: Handed; actions?: ReactNode }) {
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const o = a.handOver
  const site = useSite()
  const center = useCenter()
  const { heads } = o
  // The shift begins by the clocks of the center: all times of its sheet are told by those.
  const { zone } = sheet
  const when = (at: number) => dateTimeIn(zone, at)
  const deviceName = (id: string) => center.world.get('devices', id)?.name ?? id
  const commandName = (device: string, command: string) =>
    deviceKinds.get(center.world.get('devices', device)?.kind ?? '')?.commands[command]?.name[language] ?? command
  const meant = ({ place, device, kind, rule }: HandOverSheet['outOfService']['list'][number]) =>
    [placeName(site, place, t), device && deviceName(device), kind && nameOfKind(kind)[language], rule]
      .filter(Boolean)
      .join(' ')
  return (
    <article className="handover-sheet">
      <header>
        <h2>{o.title(site?.community.name ?? '')}</h2>
        <span className="handover-actions">{actions}</span>
      </header>
      <dl className="handover-facts">
        <Fact name={o.shift} value={`${sheet.shift.name[language]} ${sheet.shift.begins}`} />
        <Fact
          name={o.span}
          value={`${when(sheet.from)} – ${when(sheet.to)}${zone && zone !== zoneHere() ? ` (${zone})` : ''}`}
        />
        {handed && (
          <>
            <Fact name={o.from} value={`${handed.by.name ?? handed.by.id} ${when(handed.at)}`} />
            <Fact name={o.by} value={`${handed.to.name} ${taken ? o.taken(when(taken.at)) : o.waiting}`} />
          </>
        )}
      </dl>
      {handed?.note && <p className="handover-note">{handed.note}</p>}
      {taken?.note && <p className="handover-note">{taken.note}</p>}
      <Figures figures={sheet.figures} />
      {(['open', 'waiting', 'shelved'] as const).map((name) => (
        <Alarms key={name} title={o.sections[name]} listed={sheet[name]} when={when} />
      ))}
      <Section
        title={o.sections.outOfService}
        listed={sheet.outOfService}
        heads={[heads.place, heads.reason, heads.who, heads.until]}
      >
        {sheet.outOfService.list.map((one) => (
          <tr key={`${meant(one)} ${one.reason}`}>
            <td>{meant(one)}</td>
            <td>{one.reason}</td>
            <td>{one.by}</td>
            <td>{one.until === undefined ? o.untilEnded : when(one.until)}</td>
          </tr>
        ))}
      </Section>
      <Section
        title={o.sections.orders}
        listed={sheet.orders}
        heads={[heads.since, heads.what, heads.command, heads.who]}
      >
        {sheet.orders.list.map((one) => (
          <tr key={`${one.device} ${one.command} ${one.askedAt}`}>
            <td>{when(one.askedAt)}</td>
            <td>{deviceName(one.device)}</td>
            <td>{commandName(one.device, one.command)}</td>
            <td>{one.askedBy}</td>
          </tr>
        ))}
      </Section>
      <footer>
        <span>
          {o.from} {o.signature}
        </span>
        <span>
          {o.by} {o.signature}
        </span>
      </footer>
    </article>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Figures({ figures }: { figures: HandOverSheet['figures'] }) {
  const a = useAdminTexts()
  const o = a.handOver
  const f = a.alarmFigures
  if (!figures) return <p className="dim">{o.noFigures}</p>
  const said: Record<keyof typeof o.names, string> = {
    alarms: String(figures.alarms),
    most: String(figures.most),
    floods: String(figures.floods),
    inFlood: percent(figures.inFlood),
    acknowledge: spanText(figures.acknowledge, f),
    close: spanText(figures.close, f),
    chattering: String(figures.chattering),
    stale: String(figures.stale),
  }
  return (
    <section>
      <h3>{o.figures}</h3>
      <dl className="handover-figures">
        {(Object.keys(said) as (keyof typeof said)[]).map((name) => (
          <Fact key={name} name={o.names[name]} value={said[name]} />
        ))}
      </dl>
    </section>
  )
}

function Alarms({ title, listed, when }: { title: string; listed: HandOverSheet['open']; when(at: number): string }) {
  const { t } = useSpeech()
  const { heads } = useAdminTexts().handOver
  const { nameOf } = useNaming()
  return (
    <Section
      title={title}
      listed={listed}
      heads={[heads.grade, heads.since, heads.what, heads.state, heads.who, heads.note]}
    >
      {listed.list.map((alarm) => (
        <tr key={alarm.alarm}>
          <td>{t.grade[alarm.grade as Grade]}</td>
          <td>{when(alarm.raisedAt).slice(5)}</td>
          <td>{nameOf(alarm)}</td>
          <td>{(t.handling.state as Record<string, string>)[alarm.state] ?? alarm.state}</td>
          <td>{alarm.assignee}</td>
          <td>{alarm.note}</td>
        </tr>
      ))}
    </Section>
  )
}

interface SectionProps {
  title: string
  listed: { count: number; list: readonly unknown[] }
  heads: string[]
  children: ReactNode
}

function Section({ title, listed: { count, list }, heads, children }: SectionProps) {
  const o = useAdminTexts().handOver
  return (
    <section>
      <h3>
        {title} <span>{count === 0 ? o.none : count}</span>
      </h3>
      {count > 0 && (
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
      {count > list.length && <p>{o.more(count - list.length)}</p>}
    </section>
  )
}
