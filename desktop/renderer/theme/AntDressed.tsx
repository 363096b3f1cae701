import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useSpeech } from '../i18n/language.ts'
import { antdTheme } from './antd.ts'
import { useAppearance } from './appearance.ts'
import { useTypeScale } from './type-scale.ts'

/** Around what is made of Ant Design: forms and tables. Nothing that has to be there at once is, for it is large. */
export function AntDressed({ children }: { children: ReactNode }) {
  const { language } = useSpeech()
  const appearance = useAppearance()
  const scale = useTypeScale()
  const theme = useMemo(() => antdTheme(appearance, scale), [appearance, scale])
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  )
}
