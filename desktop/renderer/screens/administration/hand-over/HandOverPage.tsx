import { Alert, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { readHandOver, takeOverShift } from '#shared/contract/hand-overs.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTimeIn } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter, useCenterState, useSubject } from '../../../store/hooks.ts'
import { PageFrame } from '../PageFrame.tsx'
import { useAnswer } from '../use-answer.ts'
import { useDoing } from '../use-doing.ts'
import { HandOverForm } from './HandOverForm.tsx'
import { Sheet } from './Sheet.tsx'
import './hand-over.css'

/** One shift hands over to the next: what is open, in writing, and confirmed. */
export function HandOverPage() {
  const { language } = useSpeech()
  const a = useAdminTexts()
  const o = a.handOver
  const center = useCenter()
  const account = useCenterState((s) => s.user?.account)
  const version = useSubject('handOvers')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const list = useMemo(() => [...center.world.world.handOvers.values()].reverse(), [center, version])
  const [chosen, setChosen] = useState<string>()
  const input = useMemo(() => (chosen === undefined ? {} : { handOver: chosen }), [chosen])
  const { value: read, ...known } = useAnswer(readHandOver, undefined, input)
  const { again } = known
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody may have taken it over
  useEffect(() => again(), [version, again])
  const { busy, doing } = useDoing(again)
  const mine = list.find(({ to, takenAt }) => to.account === account && takenAt === undefined)
  const shown = chosen === undefined ? undefined : list.find(({ handOver }) => handOver === chosen)
  // What was asked for before is not what is chosen now.
  const isChosen = read && (chosen === undefined ? !read.handed : read.handed !== undefined)
  return (
    <PageFrame title={a.pages['hand-over']} hint={o.hint} known={known}>
      {mine && mine.handOver !== chosen && (
        <Alert
          type="warning"
          showIcon
          title={o.forYou(mine.by.name ?? mine.by.id)}
          action={
            <Button size="small" onClick={() => setChosen(mine.handOver)}>
              {a.audit.open}
            </Button>
          }
        />
      )}
      <div className="handover">
        <nav aria-label={o.list}>
          <button type="button" aria-current={chosen === undefined} onClick={() => setChosen(undefined)}>
            <strong>{o.preview}</strong>
          </button>
          <h2 className="admin-label">{o.list}</h2>
          {list.length === 0 && <p className="dim">{o.empty}</p>}
          {list.map((one) => (
            <button
              key={one.handOver}
              type="button"
              aria-current={one.handOver === chosen}
              onClick={() => setChosen(one.handOver)}
            >
              <span>
                {one.shift[language]} {dateTimeIn(one.zone, one.at).slice(0, 16)}
              </span>
              <span>{o.line(one.by.name ?? one.by.id, one.to.name)}</span>
              <small className={one.takenAt === undefined ? 'handover-waiting' : 'dim'}>
                {one.takenAt === undefined ? o.waiting : o.taken(dateTimeIn(one.zone, one.takenAt).slice(11, 16))}
              </small>
            </button>
          ))}
        </nav>
        <div className="handover-main">
          {chosen === undefined && (
            <>
              <HandOverForm done={setChosen} />
              <p className="dim">{o.previewHint}</p>
            </>
          )}
          {isChosen && (
            <Sheet
              read={read}
              actions={
                <>
                  {shown && shown.takenAt === undefined && shown.to.account === account && (
                    <Button
                      type="primary"
                      loading={busy}
                      onClick={() =>
                        void doing(async () => {
                          await center.ask(takeOverShift, { handOver: shown.handOver })
                        })
                      }
                    >
                      {o.takeOver}
                    </Button>
                  )}
                  <Button onClick={() => print()}>{o.print}</Button>
                </>
              }
            />
          )}
        </div>
      </div>
    </PageFrame>
  )
}
