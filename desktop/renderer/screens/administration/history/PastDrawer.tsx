import { Button, Drawer } from 'antd'
import type { PastAlarm } from '#shared/contract/alarm-history.ts'
import { reopenAlarm } from '#shared/contract/alarms.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime, elapsed } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { Course } from '../../../panels/detail/alarm/Course.tsx'
import { valueInWords } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { GradeMark } from '../../../theme/GradeMark.tsx'
import { FactList } from '../FactList.tsx'
import { useAttempt } from '../use-attempt.ts'
import { describePast, howEnded, stateName, whoName } from './words.ts'

/** One alarm of the past: what is known of it, and all that was done, step by step. */
export function PastDrawer({ alarm, close, changed }: { alarm: PastAlarm; close(): void; changed(): void }) {
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const h = a.history
  const center = useCenter()
  const site = useSite()
  const { busy, problem, attempt } = useAttempt(() => {
    changed()
    close()
  })
  const { title, metric } = describePast(alarm, language)
  const device = center.world.get('devices', alarm.device)?.name
  const reopen = () => attempt(() => center.ask(reopenAlarm, { alarm: alarm.alarm }), h.reopened)
  const facts = [
    [h.columns.place, placeName(site, alarm.place, t)],
    [h.columns.device, device ? `${device} (${alarm.device})` : alarm.device],
    [
      h.columns.state,
      [stateName(alarm.state, t, h), alarm.times > 1 ? h.times(alarm.times) : '', alarm.quiet ? h.quiet : '']
        .filter(Boolean)
        .join(' · '),
    ],
    [h.facts.raised, dateTime(alarm.raisedAt)],
    [h.facts.value, `${valueInWords(alarm.value, metric, language)} / ${valueInWords(alarm.limit, metric, language)}`],
    [
      h.facts.noticed,
      alarm.acknowledgedAt === undefined
        ? ''
        : `${dateTime(alarm.acknowledgedAt)} ${whoName(alarm.acknowledgedBy)} · ${h.after(elapsed(alarm.raisedAt, alarm.acknowledgedAt))}`,
    ],
    [h.facts.returned, alarm.returnedAt === undefined ? '' : dateTime(alarm.returnedAt)],
    [
      h.facts.ended,
      alarm.endedAt === undefined ? '' : `${dateTime(alarm.endedAt)} ${howEnded(alarm, h)} ${whoName(alarm.endedBy)}`,
    ],
    [h.facts.verdict, alarm.verdict ? t.handling.verdicts[alarm.verdict] : ''],
    [h.facts.cause, alarm.cause ?? ''],
    [h.facts.disposal, alarm.disposal ?? ''],
    [h.facts.rule, alarm.rule],
    [h.facts.id, alarm.alarm],
  ] as const
  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={560}
      title={
        <span className="history-title">
          <GradeMark grade={alarm.grade} hollow={alarm.state === 'over'} size={20} /> {title}
        </span>
      }
      onClose={close}
      extra={
        alarm.state === 'over' ? (
          alarm.how === 'alarm:closed' &&
          center.may('alarms.handle') && (
            <Button size="small" loading={busy} onClick={() => void reopen()}>
              {h.reopen}
            </Button>
          )
        ) : (
          <Button size="small" type="link" href={`#alarm=${alarm.alarm}`}>
            {h.goTo}
          </Button>
        )
      }
    >
      {problem && <p role="alert">{t.errors[problem]}</p>}
      <FactList
        title={h.detail}
        facts={facts.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))}
      />
      <Course alarm={alarm.alarm} startsOpen />
    </Drawer>
  )
}
