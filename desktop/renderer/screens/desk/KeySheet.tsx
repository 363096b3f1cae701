import { useEffect, useMemo, useRef } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCommands } from '../../store/commands.ts'
import './keys.css'

/** All keys at one sight, by `?`; whoever does not remember one looks here and nowhere else. */
export function KeySheet() {
  const { t } = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key !== '?' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      if (dialog.current?.open) dialog.current.close()
      else dialog.current?.showModal()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])
  const { title, close, button, groups } = t.keys
  const name = t.commands.keys
  useCommands(useMemo(() => [{ id: 'keys', name, key: '?', run: () => dialog.current?.showModal() }], [name]))
  return (
    <>
      <button
        type="button"
        className="top-button keys-button"
        title={button}
        aria-label={button}
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog
        ref={dialog}
        className="keys"
        aria-label={title}
        // A click beside the sheet puts it away; one on it does not.
        onPointerDown={({ target }) => target === dialog.current && dialog.current.close()}
      >
        <div>
          <header>
            <h3>{title}</h3>
            <button type="button" className="top-button" onClick={() => dialog.current?.close()}>
              {close}
            </button>
          </header>
          <div className="keys-groups">
            {groups.map(({ name, keys }) => (
              <section key={name}>
                <h4>{name}</h4>
                <dl>
                  {keys.map(([key, does]) => (
                    <div key={key}>
                      <dt>
                        {key.split(' ').map((one) => (
                          <kbd key={one}>{one}</kbd>
                        ))}
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </div>
      </dialog>
    </>
  )
}
