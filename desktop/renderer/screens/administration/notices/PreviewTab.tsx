import { Alert, Button, Empty, Select, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { previewNotice } from '#shared/contract/notices.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { describeAlarm } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { codeOf } from '../use-answer.ts'
import { type PreviewedRoute, PreviewSteps } from './PreviewSteps.tsx'

const MOST = 3000

/** Who would be told of an alarm that is open, or only imagined; nothing is sent. */
export function PreviewTab() {
  const center = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const n = useAdminTexts().notices
  const [about, setAbout] = useState<string>()
  const [grade, setGrade] = useState<Grade>()
  const [busy, setBusy] = useState(false)
  const [routes, setRoutes] = useState<readonly PreviewedRoute[]>()
  const [problem, setProblem] = useState<AskCode>()
  const options = useMemo(() => {
    const { alarms, devices } = center.world.world
    return [
      {
        label: n.openAlarm,
        options: [...alarms.values()].map((alarm) => ({
          value: `alarm ${alarm.alarm}`,
          label: `${describeAlarm(alarm, devices.get(alarm.device)?.kind, language).title} · ${placeName(site, alarm.place, t)}`,
        })),
      },
      {
        label: n.device,
        options: [...devices.values()].slice(0, MOST).map(({ device, name, place }) => ({
          value: `device ${device}`,
          label: `${name} · ${placeName(site, place, t)}`,
        })),
      },
    ]
  }, [center, site, t, n, language])
  const run = async (chosen: string) => {
    const [kind = '', id = ''] = chosen.split(/ (.*)/s)
    setBusy(true)
    setProblem(undefined)
    try {
      const wish = { ...(kind === 'alarm' ? { alarm: id } : { device: id }), ...(grade && { grade }) }
      setRoutes((await center.ask(previewNotice, wish)).routes)
    } catch (error) {
      setRoutes(undefined)
      setProblem(codeOf(error))
    }
    setBusy(false)
  }
  return (
    <div className="notice-preview">
      <p className="dim">{n.previewHint}</p>
      <div className="admin-bar">
        <Select
          className="notice-about"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={`${n.device} / ${n.openAlarm}`}
          aria-label={n.device}
          options={options}
          value={about}
          onChange={setAbout}
        />
        <Select<Grade | undefined>
          allowClear
          className="notice-grade"
          placeholder={n.asRule}
          aria-label={n.grade}
          options={([1, 2, 3, 4] as const).map((value) => ({ value, label: t.grade[value] }))}
          value={grade}
          onChange={setGrade}
        />
        <Button type="primary" loading={busy} disabled={!about} onClick={() => about && void run(about)}>
          {n.run}
        </Button>
      </div>
      {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
      {routes?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={n.noPreview} />}
      {routes?.map((route) => (
        <section key={route.route} aria-label={route.name}>
          <h3>
            {route.because ? n.silent(route.name) : n.tells(route.name)}{' '}
            {route.because && <Tag>{n.because[route.because]}</Tag>}
            {!route.because && route.repeat && <Tag>{n.repeats(route.repeat.every, route.repeat.most)}</Tag>}
          </h3>
          {!route.because && <PreviewSteps steps={route.steps} />}
        </section>
      ))}
    </div>
  )
}
