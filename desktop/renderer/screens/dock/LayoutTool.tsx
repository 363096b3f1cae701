import { type ReactNode, useEffect, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Panel } from '../../panels/panel.ts'
import { AskError } from '../../store/ask.ts'
import { say } from '../../theme/notice.ts'
import { useDrawer } from '../use-drawer.ts'
import type { Arrangement } from './arrangement.ts'
import type { KeptLayout, Layouts } from './layouts.ts'
import './layout-tool.css'

export interface Preset {
  name: string
  arrangement: Arrangement
}

interface LayoutToolProps {
  panels: readonly Panel[]
  opened: ReadonlySet<string>
  toggle(panel: string): void
  layouts: Layouts
  current(): Arrangement | undefined
  /** False: it cannot be read. */
  use(arrangement: unknown): boolean
  /** What the screen can come with. */
  presets: readonly Preset[]
  children?: ReactNode
}

/** Which panels are open, and the arrangements that somebody has kept by name. */
export function LayoutTool({ panels, opened, toggle, layouts, current, use, presets, children }: LayoutToolProps) {
  const { t } = useSpeech()
  const [named, setNamed] = useState<KeptLayout[]>([])
  const [name, setName] = useState('')
  const [gone, setGone] = useState<KeptLayout>()
  const { box, open, toggle: fold } = useDrawer()
  const words = t.dock

  const attempt = async (what: () => Promise<void>) => {
    try {
      await what()
      setNamed((await layouts.load()).named)
    } catch (error) {
      say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for whenever it is opened
  useEffect(() => {
    if (open) void attempt(async () => {})
  }, [open])
  const keep = () => {
    const arrangement = current()
    if (name.trim() === '' || !arrangement) return
    void attempt(async () => {
      await layouts.keep(name.trim(), arrangement)
      setName('')
    })
  }

  return (
    <div className="layout-tool" ref={box}>
      <button type="button" className="top-button" aria-expanded={open} onClick={fold}>
        {words.button}
      </button>
      {open && (
        <section className="layout-drawer" aria-label={words.button}>
          <h4>{words.panels}</h4>
          <ul>
            {panels.map((panel) => (
              <li key={panel.id}>
                <label>
                  <input type="checkbox" checked={opened.has(panel.id)} onChange={() => toggle(panel.id)} />
                  {panel.title(t)}
                </label>
              </li>
            ))}
          </ul>
          <p className="dim">{words.hint}</p>
          <h4>{words.layouts}</h4>
          <ul>
            {presets.map((preset) => (
              <li key={preset.name}>
                <button type="button" onClick={() => use(preset.arrangement)}>
                  {preset.name}
                </button>
              </li>
            ))}
            {named.map((one) => (
              <li key={one.name}>
                <button type="button" onClick={() => use(one.arrangement) || say('word', words.damaged)}>
                  {one.name}
                </button>
                <button
                  type="button"
                  className="layout-forget"
                  aria-label={words.forget(one.name)}
                  title={words.forget(one.name)}
                  onClick={() =>
                    void attempt(async () => {
                      await layouts.forget(one.name)
                      setGone(one)
                    })
                  }
                >
                  ×
                </button>
              </li>
            ))}
            {gone && (
              <li>
                <button
                  type="button"
                  onClick={() =>
                    void attempt(async () => {
                      await layouts.keep(gone.name, gone.arrangement as Arrangement)
                      setGone(undefined)
                    })
                  }
                >
                  {words.restore(gone.name)}
                </button>
              </li>
            )}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              keep()
            }}
          >
            <input
              value={name}
              maxLength={40}
              placeholder={words.name}
              aria-label={words.name}
              onChange={({ target }) => setName(target.value)}
            />
            <button type="submit" disabled={name.trim() === ''}>
              {named.some((one) => one.name === name.trim()) ? words.replace : words.keep}
            </button>
          </form>
          {children}
        </section>
      )}
    </div>
  )
}
