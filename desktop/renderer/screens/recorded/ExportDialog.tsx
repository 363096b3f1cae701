import { useEffect, useRef, useState } from 'react'
import { LONGEST_BUNDLE_MS } from '#shared/bundle/manifest.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import { lengthText } from '../past/film/length-text.ts'
import { bytesOf, millisecondsOf } from './estimate.ts'
import { fromField, toField } from './local-time.ts'
import { sizeText } from './size.ts'
import { useContents } from './use-contents.ts'
import { useExport } from './use-export.ts'
import '../handling/handling.css'
import './recorded.css'

interface Props {
  from: number
  to: number
  close(): void
}

/** Takes a stretch away as a file: which, what will be in it, how far it is, and what came of it. */
export function ExportDialog({ from, to, close }: Props) {
  const { t } = useSpeech()
  const words = t.recorded.export
  const center = useCenter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [begin, setBegin] = useState(() => toField(from))
  const [end, setEnd] = useState(() => toField(Math.min(to, center.liveNow())))
  const [start, finish] = [fromField(begin), fromField(end)]
  const isRange = start !== undefined && finish !== undefined && start < finish && start < center.liveNow()
  const isTooLong = isRange && finish - start > LONGEST_BUNDLE_MS
  const range = isRange && !isTooLong ? { from: start, to: Math.min(finish, Math.floor(center.liveNow())) } : undefined
  const contents = useContents(range)
  const { state, run, cancel } = useExport()

  useEffect(() => dialog.current?.showModal(), [])
  const isRunning = state.phase === 'running'
  return (
    <dialog
      ref={dialog}
      className="handling recorded-export"
      aria-label={words.title}
      // Whoever closes it has no use for the rest of the file.
      onClose={() => {
        cancel()
        close()
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (range && !isRunning) void run(range)
        }}
      >
        <h2>{words.title}</h2>
        <p className="dim">{words.hint}</p>
        <div className="recorded-range">
          <label>
            {words.from}
            <input
              type="datetime-local"
              step={1}
              value={begin}
              disabled={isRunning}
              onChange={({ target }) => setBegin(target.value)}
            />
          </label>
          <label>
            {words.to}
            <input
              type="datetime-local"
              step={1}
              value={end}
              disabled={isRunning}
              onChange={({ target }) => setEnd(target.value)}
            />
          </label>
        </div>
        {!isRange && <p role="alert">{words.wrong}</p>}
        {isTooLong && <p role="alert">{words.tooLong}</p>}
        {range && (
          <p className="recorded-contents">
            {words.contains}:{' '}
            {contents ? words.counted(contents.alarms, contents.acts, contents.others) : words.counting}
            {contents !== undefined && contents.gaps > 0 && ` · ${words.gaps(contents.gaps)}`}
            {contents !== undefined && contents.damaged > 0 && ` · ${words.damaged(contents.damaged)}`}
            <br />
            {contents !== undefined && (
              <>
                {/* How much was heard is not counted for who sees but some of it. */}
                {contents.readings > 0
                  ? words.estimate(sizeText(bytesOf(contents)), lengthText(millisecondsOf(contents)))
                  : words.noEstimate}
                <br />
              </>
            )}
            <span className="dim">{words.without}</span>
          </p>
        )}
        <div role="status">
          {isRunning && (
            <>
              <progress max={1} value={state.share} />{' '}
              <span>{words.running(Math.floor(state.share * 100), sizeText(state.bytes))}</span>
            </>
          )}
          {state.phase === 'done' && <p className="recorded-done">{words.done(state.name, sizeText(state.bytes))}</p>}
          {state.phase === 'cancelled' && <p>{words.cancelled}</p>}
        </div>
        {state.phase === 'failed' && (
          <p role="alert">
            {words.failed}: {t.errors[state.problem]}
          </p>
        )}
        <footer>
          {isRunning ? (
            <button type="button" onClick={cancel}>
              {words.cancel}
            </button>
          ) : (
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.close}
            </button>
          )}
          <button type="submit" className="primary" disabled={!range || isRunning}>
            {state.phase === 'failed' ? words.again : words.start}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
