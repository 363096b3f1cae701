import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { keepLanguage, type Language, languages, loadLanguage, SpeechContext } from './i18n/language.ts'
import { antdTheme } from './theme/antd.ts'
import { useAppearance } from './theme/appearance.ts'
import { useTypeScale } from './theme/type-scale.ts'

/** In the language, the colours and the size that somebody has chosen. */
export function Dressed({ children }: { children: ReactNode }) {
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
        <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>
      </AntApp>
    </ConfigProvider>
  )
}
