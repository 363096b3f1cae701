import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { keepLanguage, type Language, languages, loadLanguage, SpeechContext } from './i18n/language.ts'
import { Notices } from './theme/Notices.tsx'

/** In the language that somebody has chosen, with room for what the screen says in passing. */
export function Dressed({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(loadLanguage)
  useEffect(() => keepLanguage(language), [language])
  const speech = useMemo(
    () => ({ language, t: languages[language], toggle: () => setLanguage(language === 'zh' ? 'en' : 'zh') }),
    [language],
  )
  return (
    <SpeechContext.Provider value={speech}>
      {children}
      <Notices />
    </SpeechContext.Provider>
  )
}
