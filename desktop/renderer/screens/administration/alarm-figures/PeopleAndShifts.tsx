import { Table } from 'antd'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { percent, spanText } from './key-figures.ts'
import { Block } from './Named.tsx'

/** How the shifts and the people fared, and when there was too much for anybody. */
export function PeopleAndShifts({ figures }: { figures: AlarmFigures }) {
  const { language } = useSpeech()
  const f = useAdminTexts().alarmFigures
  const { people, shifts, floods } = figures
  return (
    <div className="figure-columns">
      <section className="figure-block">
        <h2 className="admin-label">{f.people}</h2>
        <Table<(typeof people)[number]>
          size="small"
          pagination={false}
          rowKey="account"
          dataSource={people}
          locale={{ emptyText: f.noPeople }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: f.person.who, dataIndex: 'name' },
            { title: f.person.handled, dataIndex: 'handled' },
            { title: f.person.acknowledged, render: (_, { acknowledge }) => acknowledge.count },
            { title: f.person.time, render: (_, { acknowledge }) => spanText(acknowledge.median, f) },
            { title: f.person.closed, render: (_, { close }) => close.count },
            { title: f.person.closeTime, render: (_, { close }) => spanText(close.median, f) },
          ]}
        />
      </section>
      <section className="figure-block">
        <h2 className="admin-label">{f.shifts}</h2>
        <Table<(typeof shifts)[number]>
          size="small"
          pagination={false}
          rowKey={({ shift }) => shift.id}
          dataSource={shifts}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: f.shift.name,
              render: (_, { shift }) => (
                <>
                  {shift.name[language]} <span className="dim">{shift.begins}</span>
                </>
              ),
            },
            { title: f.shift.turns, dataIndex: 'turns' },
            { title: f.shift.alarms, dataIndex: 'alarms' },
            { title: f.shift.mean, render: (_, { mean }) => mean.toFixed(2) },
            { title: f.shift.most, dataIndex: 'most' },
            { title: f.shift.flood, render: (_, { inFlood }) => percent(inFlood) },
            { title: f.shift.time, render: (_, { acknowledge }) => spanText(acknowledge.median, f) },
          ]}
        />
      </section>
      <Block title={f.floods} hint={f.floodHint} empty={f.noFloods} count={floods.list.length}>
        {floods.list.map((flood) => (
          <li key={flood.from}>
            <span>{dateTime(flood.from)}</span>
            <strong>{f.floodLine(flood.alarms)}</strong>
            <span className="dim">{spanText(flood.to - flood.from, f)}</span>
          </li>
        ))}
      </Block>
    </div>
  )
}
