import { useEffect, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import './machine.css'

type Shell = NonNullable<Window['ankan']>

/** Where the server is, whether the window fills the screen, whether the program starts with the computer. */
export function MachinePage({ shell }: { shell: Shell }) {
  const { t, toggle, language } = useSpeech()
  const words = t.machine
  const [state, setState] = useState<Awaited<ReturnType<typeof read>>>()
  const [server, setServer] = useState('')
  const [kiosk, setKiosk] = useState(false)
  const [autostart, setAutostart] = useState(false)
  const [failed, setFailed] = useState<string>()
  useEffect(() => {
    read(shell).then(
      (found) => {
        setState(found)
        setServer(found.settings.server ?? '')
        setKiosk(found.settings.kiosk)
        setAutostart(found.settings.autostart)
      },
      (error: Error) => setFailed(error.message),
    )
  }, [shell])
  const address = server.trim()
  const isAddress = address === '' || (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))
  const save = async () => {
    setFailed(undefined)
    try {
      await shell.ask('machine:save', { ...(address && { server: new URL(address).origin }), kiosk, autostart })
    } catch (error) {
      setFailed((error as Error).message)
    }
  }
  return (
    <main className="machine">
      <header>
        <h1>{words.title}</h1>
        <button type="button" className="top-button" onClick={toggle} lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {t.top.language}
        </button>
      </header>
      {state?.problem && (
        <p className="machine-problem" role="alert">
          {words.problem} <code>{state.problem}</code>
        </p>
      )}
      {failed && (
        <p className="machine-problem" role="alert">
          {words.failed} <code>{failed}</code>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label>
          {words.server}
          <input
            type="text"
            inputMode="url"
            value={server}
            maxLength={200}
            placeholder="http://192.168.1.10:8040"
            disabled={state?.launched}
            aria-invalid={!isAddress}
            onChange={({ target }) => setServer(target.value)}
          />
          <small>{state?.launched ? words.launched : isAddress ? words.serverHint : words.noAddress}</small>
        </label>
        <label className="machine-check">
          <input type="checkbox" checked={kiosk} onChange={({ target }) => setKiosk(target.checked)} />
          {words.kiosk}
        </label>
        <label className="machine-check">
          <input type="checkbox" checked={autostart} onChange={({ target }) => setAutostart(target.checked)} />
          {words.autostart}
        </label>
        <button type="submit" className="machine-save" disabled={!state || !isAddress}>
          {words.save}
        </button>
      </form>
    </main>
  )
}

function read(shell: Shell) {
  return shell.ask('machine:read')
}
