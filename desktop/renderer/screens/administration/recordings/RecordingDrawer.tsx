import { Alert, Button, Checkbox, Drawer, Form, Popconfirm, Progress, Select } from 'antd'
import { useMemo, useState } from 'react'
import {
  checkRecording,
  keepRecording,
  playRecording,
  type Recording,
  type Replay,
  readRecording,
  removeRecording,
} from '#shared/contract/recordings.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAnswer } from '../use-answer.ts'
import { useAttempt } from '../use-attempt.ts'
import { fieldsOfPlan, kindsOf, type PlanFields, planOf } from './entry.ts'
import { FirstRows } from './FirstRows.tsx'
import { FoundRows } from './FoundRows.tsx'
import { PlanForm } from './PlanForm.tsx'
import { many } from './RecordingsPage.tsx'
import { SPEEDS } from './ReplayBar.tsx'

interface Props {
  recording: string
  replay: Replay | undefined
  keepDays: number | undefined
  zone: string
  changed(): void
  close(): void
}

/** One file: its first rows, how it is understood, what was found, and what is to come of it. */
export function RecordingDrawer({ recording, replay, keepDays, zone, changed, close }: Props) {
  const r = useAdminTexts().recordings
  const [isWorking, setWorking] = useState(true)
  const input = useMemo(() => ({ recording }), [recording])
  const { value, again } = useAnswer(readRecording, isWorking ? 400 : 3000, input)
  const works = value !== undefined && value.phase !== 'ready' && value.phase !== 'failed'
  if (value && works !== isWorking) setWorking(works)
  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={860}
      title={value?.name ?? ''}
      onClose={close}
    >
      {value && works && (
        <div role="status">
          {value.phase === 'reading' ? r.reading(many(value.done)) : r.phases[value.phase as 'arriving' | 'keeping']}
          <Progress
            percent={value.of > 0 ? Math.floor((100 * value.done) / value.of) : 0}
            showInfo={value.of > 0}
            size="small"
            status="active"
          />
        </div>
      )}
      {value && value.first.length > 0 && (
        <Understood
          // What is guessed, or checked by somebody else, fills the form anew.
          key={`${JSON.stringify(value.plan)}`}
          known={value}
          works={works}
          zone={zone}
          checked={() => {
            setWorking(true)
            again()
          }}
        />
      )}
      {value?.phase === 'failed' && (
        <Alert
          type={value.fault === 'no-plan' ? 'info' : 'error'}
          showIcon
          title={r.faults[value.fault ?? 'unreadable']}
        />
      )}
      {value?.found && <FoundRows found={value.found} />}
      {value && (
        <Deeds
          known={value}
          replay={replay}
          keepDays={keepDays}
          done={() => {
            setWorking(true)
            again()
            changed()
          }}
          close={close}
        />
      )}
    </Drawer>
  )
}

interface UnderstoodProps {
  known: Recording
  works: boolean
  zone: string
  checked(): void
}

function Understood({ known, works, zone, checked }: UnderstoodProps) {
  const { t } = useSpeech()
  const r = useAdminTexts().recordings
  const center = useCenter()
  const [form] = Form.useForm<PlanFields>()
  const heads = Form.useWatch('heads', form) ?? known.plan?.heads ?? true
  const { busy, problem, attempt } = useAttempt(checked)
  const check = (typed: PlanFields) =>
    attempt(() => center.ask(checkRecording, { recording: known.recording, plan: planOf(typed) }), r.checking)
  const kinds = kindsOf(known, (id) => center.world.get('devices', id)?.kind)
  return (
    <>
      <FirstRows first={known.first} heads={heads} />
      <Form<PlanFields>
        form={form}
        layout="vertical"
        disabled={works}
        initialValues={fieldsOfPlan(known.plan)}
        onFinish={(typed) => void check({ ...fieldsOfPlan(known.plan), ...typed, fields: typed.fields ?? [] })}
        scrollToFirstError={{ focus: true }}
      >
        <PlanForm first={known.first} kinds={kinds} zone={zone} />
        {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
        <Button htmlType="submit" type={known.phase === 'failed' ? 'primary' : 'default'} loading={busy}>
          {r.check}
        </Button>
      </Form>
    </>
  )
}

interface DeedsProps {
  known: Recording
  replay: Replay | undefined
  keepDays: number | undefined
  done(): void
  close(): void
}

/** Kept as history, played, or thrown away. */
function Deeds({ known, replay, keepDays, done, close }: DeedsProps) {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const r = a.recordings
  const center = useCenter()
  const { recording, found, kept, broke, stood } = known
  const [leaveOut, setLeaveOut] = useState(false)
  const [speed, setSpeed] = useState(1)
  const [loop, setLoop] = useState(false)
  const [goesOn, setGoesOn] = useState(true)
  const { busy, problem, attempt } = useAttempt(done)
  const removing = useAttempt(() => {
    done()
    close()
  })
  const isPlaying = replay !== undefined && replay.state !== 'ended'
  const ready = known.phase === 'ready' && !busy && (leaveOut || found?.wrong === 0)
  const from = goesOn && stood !== undefined ? { from: stood } : {}
  return (
    <section className="recording-deeds" aria-label={r.deeds}>
      {(found?.wrong ?? 0) > 0 && found && found.readings > 0 && (
        <Checkbox checked={leaveOut} onChange={({ target }) => setLeaveOut(target.checked)}>
          {r.leaveOut(many(found.wrong))}
        </Checkbox>
      )}
      {kept && (
        <Alert
          type="success"
          showIcon
          title={r.keptAt(dateTime(kept.at), kept.by.name ?? kept.by.id, many(kept.readings))}
          description={kept.older > 0 ? r.older(many(kept.older), keepDays ?? 0) : undefined}
        />
      )}
      {broke && <Alert type="warning" showIcon title={r.brokeOff(t.errors[broke as AskCode] ?? broke)} />}
      {(problem ?? removing.problem) && (
        <Alert type="error" showIcon title={t.errors[(problem ?? removing.problem) as AskCode]} />
      )}
      {found && found.readings > 0 && (
        <div className="recording-ways">
          <fieldset>
            <legend>{r.keep}</legend>
            <p className="dim">{r.keepHint}</p>
            <Button
              type="primary"
              disabled={!ready || isPlayed(replay, recording)}
              onClick={() => void attempt(() => center.ask(keepRecording, { recording, leaveOut }), r.keeping)}
            >
              {r.keep}
            </Button>
          </fieldset>
          <fieldset>
            <legend>{r.play}</legend>
            <p className="dim">{r.playHint}</p>
            <div className="replay-handles">
              <Select
                aria-label={r.speed}
                value={speed}
                options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
                onChange={setSpeed}
              />
              <Checkbox checked={loop} onChange={({ target }) => setLoop(target.checked)}>
                {r.loop}
              </Checkbox>
              {stood !== undefined && (
                <Checkbox checked={goesOn} onChange={({ target }) => setGoesOn(target.checked)}>
                  {r.fromWhere(dateTime(stood))}
                </Checkbox>
              )}
              <Button
                type="primary"
                disabled={!ready || isPlaying}
                title={isPlaying ? r.oneAtATime : undefined}
                onClick={() =>
                  void attempt(
                    () => center.ask(playRecording, { recording, speed, loop, leaveOut, ...from }),
                    r.playing,
                  )
                }
              >
                {r.play}
              </Button>
            </div>
          </fieldset>
        </div>
      )}
      <Popconfirm
        title={r.removeTitle}
        description={r.removeText}
        okText={r.remove}
        okButtonProps={{ danger: true }}
        cancelText={a.cancel}
        onConfirm={() => void removing.attempt(() => center.ask(removeRecording, { recording }), r.removed)}
      >
        <Button danger disabled={isPlayed(replay, recording) || known.phase === 'keeping'}>
          {r.remove}
        </Button>
      </Popconfirm>
    </section>
  )
}

function isPlayed(replay: Replay | undefined, recording: string): boolean {
  return replay?.recording === recording && replay.state !== 'ended'
}
