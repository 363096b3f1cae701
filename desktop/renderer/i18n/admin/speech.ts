import { useSpeech } from '../language.ts'
import { adminEn } from './en.ts'
import { type AdminTexts, adminZh } from './zh.ts'

const texts = { zh: adminZh, en: adminEn } as const

/** The words of administration: apart from the others, so that the desk need not load them. */
export function useAdminTexts(): AdminTexts {
  return texts[useSpeech().language]
}
