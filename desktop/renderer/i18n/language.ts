import { createContext, useContext } from 'react'
import { en } from './en.ts'
import { type Texts, zh } from './zh.ts'

export const languages = { zh, en } as const
export type Language = keyof typeof languages

const KEY = 'ankan.language'

export function loadLanguage(): Language {
  const kept = localStorage.getItem(KEY)
  return kept === 'en' ? 'en' : 'zh'
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export interface Speech {
  language: Language
  t: Texts
  toggle(): void
}

export const SpeechContext = createContext<Speech>({ language: 'zh', t: zh, toggle: () => {} })

export function useSpeech(): Speech {
  return useContext(SpeechContext)
}
