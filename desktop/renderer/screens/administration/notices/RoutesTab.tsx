import { Button, Tag } from 'antd'
import { useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import type { Route } from '#shared/world/notice-routes.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { DataTable } from '../DataTable.tsx'
import { RouteDrawer } from './RouteDrawer.tsx'
import type { Person } from './StepFields.tsx'

interface Props {
  routes: (Route & { changedAt: number })[]
  people: readonly Person[]
  channels: readonly { channel: string; name: string; enabled: boolean }[]
  again(): void
}

/** Who is told of what, in a line each. */
export function RoutesTab({ routes, people, channels, again }: Props) {
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const n = a.notices
  const site = useSite()
  const [editing, setEditing] = useState<{ id: string | undefined }>()
  const names = new Map(people.map(({ account, name }) => [account, name]))
  const ways = new Map(channels.map(({ channel, name }) => [channel, name]))
  const isOpen = new Set(channels.filter(({ enabled }) => enabled).map(({ channel }) => channel))
  const rows = routes.map((route) => ({
    key: route.route,
    route,
    when:
      [
        route.when.grades.map((grade) => t.grade[grade]).join(' '),
        route.when.signs.map((sign) => t.handling.cluster.signs[sign]).join('、'),
        route.when.kinds.map((kind) => deviceKinds.get(kind)?.name[language] ?? kind).join('、'),
        route.when.places.map((place) => placeName(site, place, t)).join('、'),
        route.when.hours && `${route.when.hours.from}–${route.when.hours.to}`,
      ]
        .filter(Boolean)
        .join(' · ') || n.everything,
    who: route.steps
      .map(({ after, onDuty, roles, accounts, channels: by }) => {
        const who = [
          ...(onDuty ? [n.onDuty] : []),
          ...roles.map((role) => a.roles[role]),
          ...accounts.map((account) => names.get(account) ?? account),
        ]
        const how = by.map((id) => ways.get(id) ?? id).join('、')
        return `${after === 0 ? n.atOnce : n.afterMinutes(after)} ${who.join('、')}${how && ` (${how})`}`
      })
      .join(' → '),
    hasWayOut: route.steps.some((step) => step.channels.some((id) => isOpen.has(id))),
  }))
  const done = () => {
    setEditing(undefined)
    again()
  }
  return (
    <>
      <div className="admin-bar">
        <Button type="primary" size="small" onClick={() => setEditing({ id: undefined })}>
          {n.newRoute}
        </Button>
        <span className="dim">{a.count(routes.length)}</span>
      </div>
      <DataTable<(typeof rows)[number]>
        label={n.tabs.routes}
        width={1000}
        empty={{ title: n.noRoutes }}
        rowKey="key"
        dataSource={rows}
        onRow={({ key }) => ({ className: 'notice-row', onClick: () => setEditing({ id: key }) })}
        columns={[
          {
            title: n.columns.name,
            width: 170,
            ellipsis: true,
            render: (_, { key, route }) => (
              <Button type="link" size="small" onClick={() => setEditing({ id: key })}>
                {route.name}
              </Button>
            ),
          },
          { title: n.columns.when, dataIndex: 'when', width: 200, ellipsis: true },
          { title: n.columns.who, dataIndex: 'who', width: 330, ellipsis: true },
          {
            title: n.columns.repeat,
            width: 150,
            render: (_, { route: { repeat } }) => (repeat ? n.repeats(repeat.every, repeat.most) : n.never),
          },
          {
            title: n.columns.state,
            width: 150,
            render: (_, { route, hasWayOut }) => {
              if (!route.enabled) return <Tag>{n.off}</Tag>
              return hasWayOut ? <Tag color="green">{n.enabled}</Tag> : <Tag color="warning">{n.noWayOut}</Tag>
            },
          },
        ]}
      />
      {editing && (
        <RouteDrawer
          key={editing.id ?? ''}
          route={routes.find(({ route }) => route === editing.id)}
          taken={new Set(routes.map(({ route }) => route))}
          people={people}
          channels={channels}
          close={() => setEditing(undefined)}
          saved={done}
        />
      )}
    </>
  )
}
