import { Button, Tag } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { listLinkages } from '#shared/contract/linkages.ts'
import { listRules } from '#shared/contract/rules.ts'
import { LinkageMode } from '#shared/world/linkages.ts'
import { ruleKey } from '#shared/world/rules.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { ago } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { useNow, useSubject } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { DataTable } from '../DataTable.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { SearchField } from '../SearchField.tsx'
import { useAnswer } from '../use-answer.ts'
import type { KnownLinkage } from './entry.ts'
import { LinkageDrawer } from './LinkageDrawer.tsx'
import { MODE_COLORS } from './ModeBar.tsx'
import { actionText, type Speech, whenText } from './words.ts'
import './linkages.css'

/** What follows alarms by itself: every linkage there is, to be changed, tried and armed. */
export function LinkagesPage() {
  const { t, language } = useSpeech()
  const site = useSite()
  const now = useNow(10_000)
  const a = useAdminTexts()
  const l = a.linkages
  const { value, ...known } = useAnswer(listLinkages)
  const { value: ruleList } = useAnswer(listRules)
  // Somebody else may set one meanwhile, and alarms call them.
  const version = useSubject('linkages') + useSubject('linkage-runs')
  const [began] = useState(version)
  const { again } = known
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever something has changed
  useEffect(() => {
    if (version === began) return
    const timer = setTimeout(again, 300)
    return () => clearTimeout(timer)
  }, [version, again])
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<{ key: string | undefined }>()
  const rules = useMemo(
    () =>
      (ruleList?.rules ?? []).map((rule) => ({
        value: ruleKey(rule),
        label: `${nameOfKind(rule.kind)[language]} · ${rule.name[language]}`,
      })),
    [ruleList, language],
  )
  const rows = useMemo(() => {
    const ruleNames = new Map(rules.map(({ value: key, label }) => [key, label]))
    const speech: Speech = {
      words: l,
      language,
      ruleName: (key) => ruleNames.get(key) ?? key,
      placeName: (place) => placeName(site, place, t),
    }
    return ((value?.linkages ?? []) as KnownLinkage[]).map((linkage) => ({
      linkage,
      key: linkage.linkage,
      name: linkage.name[language],
      when: whenText(linkage.when, speech),
      steps: linkage.actions.map((action) => actionText(action, speech)).join(language === 'zh' ? '；' : '; '),
      said: Object.values(linkage.name).join('\n'),
    }))
  }, [value, rules, l, language, site, t])
  const wanted = search.trim().toLowerCase()
  const shown = rows.filter(({ said, when, steps }) => `${said}\n${when}\n${steps}`.toLowerCase().includes(wanted))
  const edited = rows.find(({ key }) => key === editing?.key)?.linkage
  const done = () => {
    setEditing(undefined)
    again()
  }
  return (
    <PageFrame
      title={a.pages.linkages}
      hint={l.hint}
      known={known}
      actions={
        <Button type="primary" size="small" onClick={() => setEditing({ key: undefined })}>
          {l.create}
        </Button>
      }
    >
      <div className="admin-bar">
        <SearchField hint={l.searchHint} value={search} typed={setSearch} />
        <span className="dim">{search ? a.countOf(shown.length, rows.length) : a.count(shown.length)}</span>
      </div>
      <DataTable<(typeof rows)[number]>
        label={l.searchHint}
        width={1000}
        loading={!value && known.asking}
        empty={{ title: l.empty }}
        filtered={search !== ''}
        rowKey="key"
        dataSource={shown}
        onRow={({ key }) => ({ className: 'linkage-row', onClick: () => setEditing({ key }) })}
        columns={[
          {
            title: l.columns.name,
            width: 190,
            render: (_, { key, name, linkage }) => (
              <>
                <Button type="link" size="small" onClick={() => setEditing({ key })}>
                  {name}
                </Button>
                {!linkage.isDefault && <Tag>{l.own}</Tag>}
              </>
            ),
          },
          { title: l.columns.when, dataIndex: 'when', width: 200, ellipsis: true },
          { title: l.columns.steps, dataIndex: 'steps', width: 360, ellipsis: true },
          {
            title: l.columns.mode,
            width: 90,
            filters: LinkageMode.options.map((mode) => ({ value: mode, text: l.modes[mode] })),
            onFilter: (mode, { linkage }) => linkage.mode === mode,
            render: (_, { linkage: { mode } }) => <Tag color={MODE_COLORS[mode]}>{l.modes[mode]}</Tag>,
          },
          {
            title: l.columns.last,
            width: 190,
            render: (_, { linkage: { last } }) =>
              last ? (
                <>
                  {ago(t, last.at, now)}{' '}
                  <span className="dim">
                    {last.mode === 'armed' ? l.last(last.done, last.failed, last.open) : l.lastDry(last.wouldDo)}
                  </span>
                </>
              ) : (
                <span className="dim">{l.never}</span>
              ),
          },
        ]}
      />
      {editing && (editing.key === undefined || edited) && (
        <LinkageDrawer
          key={`${editing.key ?? ''} ${edited?.changedAt ?? ''}`}
          linkage={edited}
          rules={rules}
          taken={new Set(rows.map(({ key }) => key))}
          close={() => setEditing(undefined)}
          saved={done}
        />
      )}
    </PageFrame>
  )
}
