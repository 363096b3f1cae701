import { useCallback, useEffect, useRef, useState } from 'react'
import { ENDING } from '#shared/bundle/manifest.ts'
import { exportHistory, readExport, readSealingKey } from '#shared/contract/history.ts'
import { dateTime } from '../../i18n/format.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { download, fileName } from '../../store/files/download.ts'
import { useCenter } from '../../store/hooks.ts'
import { rememberKey } from '../../store/recorded/known-keys.ts'
import { useSite } from '../../store/site.ts'

type State =
  | { phase: 'idle' | 'cancelled' }
  | { phase: 'running'; share: number; bytes: number }
  | { phase: 'done'; name: string; bytes: number }
  | { phase: 'failed'; problem: AskCode }

const ASK_MS = 500

/** One export at a time, as long as its dialog is open. */
export function useExport() {
  const center = useCenter()
  const community = useSite()?.community.name ?? ''
  const [state, setState] = useState<State>({ phase: 'idle' })
  const running = useRef<AbortController>(undefined)
  const cancel = useCallback(() => running.current?.abort(), [])
  useEffect(() => cancel, [cancel])

  const run = async ({ from, to }: { from: number; to: number }) => {
    const stop = new AbortController()
    running.current = stop
    let bytes = 0
    let share = 0
    const show = () => !stop.signal.aborted && setState({ phase: 'running', share, bytes })
    show()
    // Of a page on plain http nothing better is at hand; it only tells one export from another.
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`
    const timer = setInterval(async () => {
      const told = await center.ask(readExport, { export: id }).catch(() => undefined)
      share = Math.max(share, told?.share ?? 0)
      show()
    }, ASK_MS)
    try {
      const told = (many: number) => {
        bytes = many
      }
      const file = await center.fetchFile(exportHistory, { export: id, from, to }, { signal: stop.signal, told })
      const name = fileName(`${community}-${dateTime(from)}`, dateTime(to), ENDING)
      download(file, name)
      setState({ phase: 'done', name, bytes: file.size })
      // What this center sealed is known to be its own, whenever it is opened here.
      await center.ask(readSealingKey, {}).then(
        ({ fingerprint }) => rememberKey(fingerprint, community),
        () => {},
      )
    } catch (error) {
      if (stop.signal.aborted) setState({ phase: 'cancelled' })
      else setState({ phase: 'failed', problem: error instanceof AskError ? error.code : 'internal' })
    } finally {
      clearInterval(timer)
    }
  }
  return { state, run, cancel }
}
