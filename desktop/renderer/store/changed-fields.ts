import { columns } from '#models/registry/columns.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/zh.ts'

/** What an event of the archive changed, field by field: from what, to what. */
export function changedFields(data: Record<string, unknown>, t: Texts, language: Language): string {
  const { was, file } = data
  const fields = Object.entries((was ?? {}) as Record<string, unknown>).map(([field, before]) => {
    const title = columns.find(({ name }) => name === field)?.title[language] ?? t.history.position
    return `${title} ${said(before, t)} → ${said(data[field], t)}`
  })
  return [...fields, ...(typeof file === 'string' ? [t.history.byFile(file)] : [])].join('；')
}

function said(value: unknown, t: Texts): string {
  if (value === null || value === undefined || value === '') return t.history.nothing
  if (Array.isArray(value)) return value.length === 0 ? t.history.nothing : value.join('、')
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value)
}
