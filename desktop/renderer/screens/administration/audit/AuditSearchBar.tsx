import { Button, Input, Select } from 'antd'
import { allCalls } from '#shared/contract/contract.ts'
import { errorCodes } from '#shared/errors.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { SearchField } from '../SearchField.tsx'
import { fieldOf, isBackwards, NO_SEARCH, type SearchFields } from './search.ts'
import { callInWords, resultInWords } from './words.ts'

const HOUR_MS = 3_600_000
const RANGES = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS } as const
const RECORDED = allCalls().filter(({ audited }) => audited)
/** A start that fails leaves no entry. */
const RESULTS = Object.keys(errorCodes).filter((code) => !code.startsWith('start.'))

/** What to look for in the audit record. */
export function AuditSearchBar({ fields, change }: { fields: SearchFields; change(fields: SearchFields): void }) {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const center = useCenter()
  const set = (part: Partial<SearchFields>) => change({ ...fields, ...part })
  const range = (ms: number) => set({ since: fieldOf(center.now() - ms), until: '' })
  const backwards = isBackwards(fields)
  return (
    <search className="admin-bar">
      <SearchField hint={a.audit.text} value={fields.text} typed={(text) => set({ text })} />
      <Input
        allowClear
        className="admin-account"
        placeholder={a.audit.account}
        aria-label={a.audit.account}
        maxLength={64}
        value={fields.account}
        onChange={(event) => set({ account: event.target.value })}
      />
      <Select
        className="admin-choice"
        aria-label={a.audit.call}
        showSearch={{ optionFilterProp: 'label' }}
        value={fields.call}
        onChange={(call) => set({ call })}
        options={[
          { value: '', label: a.audit.anyCall },
          ...RECORDED.map(({ name }) => ({ value: name, label: `${callInWords(name, a)} ${name}` })),
        ]}
      />
      <Select
        className="admin-choice"
        aria-label={a.audit.result}
        showSearch={{ optionFilterProp: 'label' }}
        value={fields.result}
        onChange={(result) => set({ result })}
        options={[
          { value: '', label: a.audit.anyResult },
          { value: 'done', label: a.audit.done },
          { value: 'refused', label: a.audit.refused },
          ...RESULTS.map((code) => ({ value: code, label: resultInWords(code, t, a) })),
        ]}
      />
      <Input
        type="datetime-local"
        className="admin-time"
        aria-label={a.audit.since}
        title={a.audit.since}
        max="9999-12-31T23:59"
        value={fields.since}
        onChange={(event) => set({ since: event.target.value })}
      />
      <Input
        type="datetime-local"
        className="admin-time"
        aria-label={a.audit.until}
        title={backwards ? a.audit.rangeWrong : a.audit.until}
        max="9999-12-31T23:59"
        status={backwards ? 'error' : ''}
        value={fields.until}
        onChange={(event) => set({ until: event.target.value })}
      />
      {(Object.keys(RANGES) as (keyof typeof RANGES)[]).map((name) => (
        <Button key={name} size="small" type="text" onClick={() => range(RANGES[name])}>
          {a.audit.ranges[name]}
        </Button>
      ))}
      <Button
        size="small"
        type="link"
        disabled={Object.values(fields).every((typed) => typed === '')}
        onClick={() => change(NO_SEARCH)}
      >
        {a.clear}
      </Button>
      {backwards && <span role="alert">{a.audit.rangeWrong}</span>}
    </search>
  )
}
