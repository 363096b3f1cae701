import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { ENDING } from '#shared/bundle/manifest.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import { forgetOpening, openFile, opening } from '../../store/recorded/opening.ts'
import './recorded.css'

/** A file chosen, or dropped anywhere on the page. */
export function OpenRecording({ className }: { className: string }) {
  const words = useSpeech().t.recorded
  const center = useCenter()
  const { share, problem, name } = useStore(opening)
  const input = useRef<HTMLInputElement>(null)
  const isDragged = useDropped((file) => void openFile(center, file))
  useEffect(() => forgetOpening, [])
  return (
    <div className={`recorded-open ${className}`}>
      <button
        type="button"
        title={words.openHint}
        disabled={share !== undefined}
        onClick={() => input.current?.click()}
      >
        {share === undefined ? words.open : words.opening(Math.floor(share * 100))}
      </button>
      <input
        ref={input}
        type="file"
        accept={`.${ENDING}`}
        hidden
        aria-label={words.open}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same one may be chosen again.
          target.value = ''
          if (file) void openFile(center, file)
        }}
      />
      {problem && (
        <p role="alert">
          <strong>{name}</strong> {problem === 'failed' ? words.failed : words.problems[problem]}
        </p>
      )}
      {isDragged && <div className="recorded-drop">{words.drop}</div>}
    </div>
  )
}

/** True while a file is held over the page. */
function useDropped(dropped: (file: File) => void): boolean {
  const [isDragged, setDragged] = useState(false)
  const latest = useRef(dropped)
  latest.current = dropped
  useEffect(() => {
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!isFile(event)) return
      event.preventDefault()
      setDragged(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragged(false)
    }
    const drop = (event: DragEvent) => {
      if (!isFile(event)) return
      // Else the browser goes to the file.
      event.preventDefault()
      setDragged(false)
      const file = event.dataTransfer?.files[0]
      if (file) latest.current(file)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return isDragged
}
