import { Button, Form, Input } from 'antd'
import { deviceKinds } from '#models/devices/index.ts'
import type { Misunderstood } from '#models/mapping/mapping.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { valueInWords } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { type ConnectorFields, leavesOf, type Sample, tried } from './entry.ts'

/** What a real message becomes, while the connector is written. */
export function TrySample({ sample, change }: { sample: Sample; change(sample: Sample): void }) {
  const { language } = useSpeech()
  const c = useAdminTexts().connectors
  const { world } = useCenter()
  const form = Form.useFormInstance<ConnectorFields>()
  const typed = Form.useWatch([], form) as ConnectorFields | undefined
  const kind = deviceKinds.get(typed?.kind ?? '')
  const found = typed && tried(typed, sample)
  const leaves = leavesOf(sample.payload, typed?.each)
  const nameOf = (metric: string | undefined) => kind?.metrics[metric ?? '']?.name[language] ?? metric
  const inWords = ({ problem, entry, metric, said }: Misunderstood) =>
    [entry && c.entry(entry), nameOf(metric), c.problems[problem], said && `“${said}”`].filter(Boolean).join('　')
  const take = (path: string) => {
    const rows = typed?.fields ?? []
    const metric = Object.keys(kind?.metrics ?? {}).find((one) => !rows.some((row) => row?.metric === one))
    if (metric) form.setFieldValue('fields', [...rows, { metric, path, unit: '' }])
  }
  return (
    <fieldset className="connector-try">
      <legend>{c.sample}</legend>
      <p className="dim">{c.sampleHint}</p>
      <Input
        aria-label={c.sampleTopic}
        placeholder={c.sampleTopic}
        spellCheck={false}
        value={sample.topic}
        onChange={(event) => change({ ...sample, topic: event.target.value })}
      />
      <Input.TextArea
        aria-label={c.samplePayload}
        placeholder={c.samplePayload}
        spellCheck={false}
        autoSize={{ minRows: 4, maxRows: 14 }}
        value={sample.payload}
        onChange={(event) => change({ ...sample, payload: event.target.value })}
      />
      {leaves.length > 0 && (
        <div className="connector-leaves">
          <span className="dim">{c.leaves}</span>
          {leaves.map(({ path, said }) => (
            <Button key={path} size="small" onClick={() => take(path)}>
              {path} = {said}
            </Button>
          ))}
        </div>
      )}
      {found && (
        <div className="connector-result" role="status" aria-label={c.result}>
          {found.readings.length === 0 && <p>{c.nothing}</p>}
          <ul>
            {found.readings.map(({ device, at, values }, i) => {
              const known = world.get('devices', device)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a device may come twice, and nothing moves
                <li key={i}>
                  <strong>{device}</strong>
                  {!known && <em>{c.unknownDevice}</em>}
                  {known && known.kind !== typed.kind && <em>{c.otherKind}</em>}
                  {at !== undefined && <time>{dateTime(at)}</time>}
                  {Object.entries(values).map(([metric, value]) => (
                    <span key={metric}>
                      {nameOf(metric)} {valueInWords(value, kind?.metrics[metric], language)}
                    </span>
                  ))}
                </li>
              )
            })}
          </ul>
          {found.problems.length > 0 && (
            <ul className="connector-problems">
              {found.problems.map((problem) => (
                <li key={inWords(problem)}>{inWords(problem)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </fieldset>
  )
}
