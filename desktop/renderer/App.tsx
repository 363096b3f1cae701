import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { keepLanguage, type Language, languages, loadLanguage, SpeechContext } from './i18n/language.ts'
import { lazily } from './screens/lazily.tsx'
import { Seat } from './screens/Seat.tsx'
import type { Settings } from './settings.ts'
import { Center } from './store/center.ts'
import { CenterContext, useCenterState } from './store/hooks.ts'
import { antdTheme } from './theme/antd.ts'
import { useAppearance } from './theme/appearance.ts'
import { useTypeScale } from './theme/type-scale.ts'

/** Whoever is signed in has no use for its forms. */
const SignIn = lazily(async () => (await import('./screens/sign-in/SignIn.tsx')).SignIn)

export function App({ settings }: { settings: Settings }) {
  const [center] = useState(() => new Center(settings.server))
  const [language, setLanguage] = useState<Language>(loadLanguage)
  useEffect(() => keepLanguage(language), [language])
  const speech = useMemo(
    () => ({ language, t: languages[language], toggle: () => setLanguage(language === 'zh' ? 'en' : 'zh') }),
    [language],
  )
  const appearance = useAppearance()
  const scale = useTypeScale()
  const theme = useMemo(() => antdTheme(appearance, scale), [appearance, scale])
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <SpeechContext.Provider value={speech}>
          <CenterContext.Provider value={center}>
            <Screen setupCode={settings.setupCode} />
          </CenterContext.Provider>
        </SpeechContext.Provider>
      </AntApp>
    </ConfigProvider>
  )
}

function Screen({ setupCode }: { setupCode: string | undefined }) {
  const isSignedIn = useCenterState((s) => s.user !== undefined)
  return isSignedIn ? (
    <Seat />
  ) : (
    <Suspense>
      <SignIn setupCode={setupCode} />
    </Suspense>
  )
}
