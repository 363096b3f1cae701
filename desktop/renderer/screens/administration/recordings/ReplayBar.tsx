import { Button, Checkbox, Progress, Select } from 'antd'
import { type Replay, steerReplay } from '#shared/contract/recordings.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useDoing } from '../use-doing.ts'

export const SPEEDS = [1, 2, 5, 10, 30, 60]

interface Props {
  replay: Replay
  name: string
  changed(): void
}

/** What is played, where it stands, and the handles to it. */
export function ReplayBar({ replay, name, changed }: Props) {
  const r = useAdminTexts().recordings
  const center = useCenter()
  const { busy, doing } = useDoing(changed)
  const { recording, state, why, position, from, to, speed, loop, played, rounds, device, by } = replay
  const steer = (wish: { state?: Replay['state']; speed?: number; loop?: boolean }) =>
    doing(async () => {
      await center.ask(steerReplay, { recording, ...wish })
    })
  const known = device === undefined ? undefined : center.world.get('devices', device)
  const share = to > from ? Math.min(100, (100 * (position - from)) / (to - from)) : 100
  return (
    <section className={`replay-bar ${state}`} aria-label={r.replay}>
      <div className="replay-words">
        <strong>{state === 'ended' ? r.ended[why ?? 'stopped'](known?.name ?? device ?? '') : r.states[state]}</strong>
        <span>{name}</span>
        <span>{dateTime(Math.round(position))}</span>
        <span className="dim">{r.played(played.toLocaleString('en-US'))}</span>
        {rounds > 0 && <span className="dim">{r.rounds(rounds)}</span>}
        <span className="dim">{by.name ?? by.id}</span>
      </div>
      <Progress percent={share} showInfo={false} size="small" status={state === 'playing' ? 'active' : 'normal'} />
      {state !== 'ended' && (
        <div className="replay-handles">
          {state === 'playing' ? (
            <Button size="small" disabled={busy} onClick={() => void steer({ state: 'paused' })}>
              {r.pause}
            </Button>
          ) : (
            <Button size="small" type="primary" disabled={busy} onClick={() => void steer({ state: 'playing' })}>
              {r.goOn}
            </Button>
          )}
          <Button size="small" danger disabled={busy} onClick={() => void steer({ state: 'ended' })}>
            {r.stop}
          </Button>
          <Select
            size="small"
            aria-label={r.speed}
            value={speed}
            disabled={busy}
            options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
            onChange={(value) => void steer({ speed: value })}
          />
          <Checkbox checked={loop} disabled={busy} onChange={({ target }) => void steer({ loop: target.checked })}>
            {r.loop}
          </Checkbox>
        </div>
      )}
    </section>
  )
}
