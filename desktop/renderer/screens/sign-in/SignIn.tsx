import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { aboutCenter } from '#shared/contract/session.ts'
import { useSpeech } from '../../i18n/language.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { AntDressed } from '../../theme/AntDressed.tsx'
import { OpenRecording } from '../recorded/OpenRecording.tsx'
import { SetUp } from './SetUp.tsx'
import './sign-in.css'

type About = Awaited<ReturnType<typeof load>>
const RETRY_MS = 2000

/** The first page: of this center if it answers, of the waiting for it if not. */
export function SignIn({ setupCode }: { setupCode: string | undefined }) {
  return (
    <AntDressed>
      <Entrance setupCode={setupCode} />
    </AntDressed>
  )
}

function Entrance({ setupCode }: { setupCode: string | undefined }) {
  const center = useCenter()
  const { t, toggle, language } = useSpeech()
  const [about, setAbout] = useState<About>()
  const [away, setAway] = useState(false)

  useEffect(() => {
    if (about || !center.hasServer) return
    let open = true
    let timer: ReturnType<typeof setTimeout>
    const look = () =>
      load(center).then(
        (found) => {
          if (open) setAbout(found)
        },
        () => {
          if (!open) return
          setAway(true)
          timer = setTimeout(look, RETRY_MS)
        },
      )
    void look()
    return () => {
      open = false
      clearTimeout(timer)
    }
  }, [center, about])

  return (
    <div className="entrance">
      <button type="button" className="entrance-language" onClick={toggle} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {t.top.language}
      </button>
      <div className="entrance-box">
        <h1>
          安瞰 <span>Ankan</span>
        </h1>
        <p className="entrance-community">{about?.name ?? t.productLong}</p>
        {!center.hasServer && (
          <Alert type="info" title={t.signIn.withoutServer} description={t.recorded.openHint} showIcon />
        )}
        {!about && away && <Alert type="warning" title={t.signIn.noServer} description={t.signIn.retrying} showIcon />}
        {about?.needsSetup && <SetUp code={setupCode} done={() => setAbout(undefined)} />}
        {about && !about.needsSetup && <SignInForm demonstration={about.demonstration} />}
        <OpenRecording className="entrance-recorded" />
        {about && <small className="entrance-version">{about.version}</small>}
      </div>
    </div>
  )
}

function load(center: ReturnType<typeof useCenter>) {
  return center.ask(aboutCenter, {})
}

function SignInForm({ demonstration }: { demonstration: About['demonstration'] }) {
  const center = useCenter()
  const { t } = useSpeech()
  const endedBy = useCenterState((s) => s.endedBy)
  const [problem, setProblem] = useState<AskCode | undefined>(endedBy)
  const [busy, setBusy] = useState(false)

  const enter = async (account: string, password: string) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await center.signIn(account.trim(), password)
    } catch (error) {
      setProblem(error instanceof AskError ? error.code : 'internal')
      setBusy(false)
    }
  }

  return (
    <>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ account, password }: { account: string; password: string }) => void enter(account, password)}
      >
        <Form.Item name="account" label={t.signIn.account} rules={[{ required: true, message: t.setUp.required }]}>
          <Input autoFocus autoComplete="username" size="large" />
        </Form.Item>
        <Form.Item name="password" label={t.signIn.password} rules={[{ required: true, message: t.setUp.required }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        {problem && <Alert className="entrance-problem" type="error" title={t.errors[problem]} showIcon />}
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t.signIn.submit}
        </Button>
      </Form>
      {demonstration.length > 0 && (
        <div className="entrance-demo">
          <p>{t.signIn.demonstration}</p>
          <div>
            {demonstration.map(({ account, password, role }) => (
              <button key={account} type="button" disabled={busy} onClick={() => void enter(account, password)}>
                <strong>{t.signIn.roles[role]}</strong>
                <code>{account}</code>
                <code>{password}</code>
              </button>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
