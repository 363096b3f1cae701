import { useEffect, useRef, useState } from 'react'
import {
  appendRecording,
  beginRecording,
  LARGEST_RECORDING_BYTES,
  RECORDING_PART_BYTES,
} from '#shared/contract/recordings.ts'
import type { AskCode } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { base64 } from '../base64.ts'
import { codeOf } from '../use-answer.ts'

/** Brings a file piece by piece: none of it is held whole, here or there. */
export function useUpload(done: (recording: string) => void) {
  const center = useCenter()
  const [share, setShare] = useState<number>()
  const [problem, setProblem] = useState<AskCode>()
  const open = useRef(true)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])
  const bring = async (file: File) => {
    setProblem(file.size > LARGEST_RECORDING_BYTES ? 'input.too-large' : undefined)
    if (file.size > LARGEST_RECORDING_BYTES) return
    setShare(0)
    try {
      const { recording } = await center.ask(beginRecording, { name: file.name.slice(-200), bytes: file.size })
      for (let from = 0; from < file.size && open.current; ) {
        const part = await base64(file.slice(from, from + RECORDING_PART_BYTES))
        from = (await center.ask(appendRecording, { recording, from, part })).bytes
        setShare(from / file.size)
      }
      if (open.current) done(recording)
    } catch (error) {
      if (open.current) setProblem(codeOf(error))
    }
    if (open.current) setShare(undefined)
  }
  return { share, problem, bring }
}
