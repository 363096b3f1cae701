import { Button, Tag } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { deviceKinds } from '#models/devices/index.ts'
import { listRules } from '#shared/contract/rules.ts'
import { ruleKey } from '#shared/world/rules.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { useSubject } from '../../../store/hooks.ts'
import { ruleWanted } from '../../../store/rule-link.ts'
import { DataTable } from '../DataTable.tsx'
import { PageFrame } from '../PageFrame.tsx'
import { SearchField } from '../SearchField.tsx'
import { useAnswer } from '../use-answer.ts'
import { type KnownRule, type RuleState, stateOf } from './entry.ts'
import { RuleDrawer } from './RuleDrawer.tsx'
import { meaningOf } from './words.ts'

const GRADES = [1, 2, 3, 4] as const
const STATES: RuleState[] = ['default', 'set', 'own', 'off']
const COLORS = { default: 'default', set: 'blue', own: 'green', off: 'error' } as const

/** When alarms are raised: every rule there is, to be changed, tried and had back. */
export function RulesPage() {
  const { language } = useSpeech()
  const a = useAdminTexts()
  const r = a.rules
  const { value, ...known } = useAnswer(listRules)
  // Somebody else may set one meanwhile.
  const version = useSubject('rules')
  const [began] = useState(version)
  const { again } = known
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever one has changed
  useEffect(() => {
    if (version !== began) again()
  }, [version, again])
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<{ key: string | undefined }>()
  const wantedRule = useStore(ruleWanted, (s) => s.key)
  useEffect(() => {
    if (wantedRule === undefined || !value) return
    setEditing({ key: wantedRule })
    ruleWanted.setState({ key: undefined })
  }, [wantedRule, value])
  const rows = useMemo(
    () =>
      ((value?.rules ?? []) as KnownRule[]).map((rule) => ({
        rule,
        key: ruleKey(rule),
        kind: nameOfKind(rule.kind)[language],
        name: rule.name[language],
        meaning: meaningOf(rule, r, language),
        // Found by its names in either language: they are said aloud in both.
        said: [...Object.values(nameOfKind(rule.kind)), ...Object.values(rule.name)].join('\n'),
      })),
    [value, r, language],
  )
  const wanted = search.trim().toLowerCase()
  const shown = rows.filter(({ said, meaning, key }) => `${said}\n${meaning}\n${key}`.toLowerCase().includes(wanted))
  const edited = rows.find(({ key }) => key === editing?.key)?.rule
  const done = () => {
    setEditing(undefined)
    known.again()
  }
  return (
    <PageFrame
      title={a.pages.rules}
      hint={r.hint}
      known={known}
      actions={
        <Button type="primary" size="small" onClick={() => setEditing({ key: undefined })}>
          {r.create}
        </Button>
      }
    >
      <div className="admin-bar">
        <SearchField hint={r.searchHint} value={search} typed={setSearch} />
        <span className="dim">{search ? a.countOf(shown.length, rows.length) : a.count(shown.length)}</span>
      </div>
      <DataTable<(typeof rows)[number]>
        label={r.searchHint}
        width={1000}
        loading={!value && known.asking}
        empty={{ title: r.empty }}
        filtered={search !== ''}
        rowKey="key"
        dataSource={shown}
        onRow={({ key }) => ({ onClick: () => setEditing({ key }), className: 'rule-row' })}
        columns={[
          {
            title: r.kind,
            dataIndex: 'kind',
            width: 150,
            ellipsis: true,
            sorter: (one, two) => one.kind.localeCompare(two.kind, 'zh'),
            filters: deviceKinds.all.map(({ kind, name }) => ({ value: kind, text: name[language] })),
            filterSearch: true,
            onFilter: (kind, { rule }) => rule.kind === kind,
          },
          {
            title: r.name,
            width: 200,
            ellipsis: true,
            render: (_, { key, name }) => (
              <Button type="link" size="small" onClick={() => setEditing({ key })}>
                {name}
              </Button>
            ),
          },
          { title: r.condition, dataIndex: 'meaning', width: 400, ellipsis: true },
          {
            title: r.grade,
            width: 100,
            sorter: (one, two) => one.rule.grade - two.rule.grade,
            filters: GRADES.map((grade) => ({ value: grade, text: r.grades[grade] })),
            onFilter: (grade, { rule }) => rule.grade === grade,
            render: (_, { rule }) => r.grades[rule.grade],
          },
          {
            title: r.state,
            width: 150,
            filters: STATES.map((state) => ({ value: state, text: r.states[state] })),
            onFilter: (state, { rule }) => stateOf(rule) === state,
            render: (_, { rule }) => (
              <>
                <Tag color={COLORS[stateOf(rule)]}>{r.states[stateOf(rule)]}</Tag>
                {rule.exceptions.length > 0 && <span className="dim">{r.exceptionsCount(rule.exceptions.length)}</span>}
              </>
            ),
          },
        ]}
      />
      {editing && (
        <RuleDrawer
          key={editing.key ?? ''}
          rule={edited}
          taken={new Set(rows.map(({ key }) => key))}
          close={() => setEditing(undefined)}
          saved={done}
        />
      )}
    </PageFrame>
  )
}
