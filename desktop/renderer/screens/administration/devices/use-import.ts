import { useCallback, useEffect, useRef, useState } from 'react'
import {
  checkImport,
  type ImportState,
  importDevices,
  LARGEST_SHEET_BYTES,
  readImport,
} from '#shared/contract/imports.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { base64 } from '../base64.ts'
import { codeOf } from '../use-answer.ts'

const POLL_MS = 250

/** A spreadsheet on its way in: checked, looked at, taken in. What the server says of it is all there is. */
export function useImport() {
  const center = useCenter()
  const [state, setState] = useState<ImportState>()
  const [problem, setProblem] = useState<AskCode>()
  const [busy, setBusy] = useState(false)
  const open = useRef(true)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])

  const follow = useCallback(
    async (id: string, until: (state: ImportState) => boolean) => {
      for (;;) {
        const now = await center.ask(readImport, { import: id })
        if (!open.current) return now
        setState(now)
        if (until(now)) return now
        await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      }
    },
    [center],
  )
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      if (open.current) setProblem(codeOf(error))
    }
    if (open.current) setBusy(false)
  }
  const check = (file: File) =>
    attempt(async () => {
      setState(undefined)
      const { import: id } = await center.ask(checkImport, { name: file.name.slice(-200), file: await base64(file) })
      await follow(id, ({ phase }) => phase !== 'reading')
    })
  const take = (id: string, then: () => void) =>
    attempt(async () => {
      try {
        await center.ask(importDevices, { import: id })
      } catch (error) {
        // It goes on, though the answer took longer than anybody waits for one.
        if (codeOf(error) !== 'net.timeout') throw error
      }
      const { phase } = await follow(id, (now) => now.phase !== 'writing')
      if (phase === 'done') then()
    })
  const forget = () => {
    setState(undefined)
    setProblem(undefined)
  }
  return { state, problem, busy, check, take, forget }
}

export function isTooLarge(file: File): boolean {
  return file.size > LARGEST_SHEET_BYTES
}
