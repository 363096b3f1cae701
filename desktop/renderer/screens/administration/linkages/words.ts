import { deviceKinds } from '#models/devices/index.ts'
import type { Linkage, LinkageAction } from '#shared/world/linkages.ts'
import type { LinkageAdminTexts } from '../../../i18n/admin/linkages.zh.ts'
import type { Language } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'

export interface Speech {
  words: LinkageAdminTexts
  language: Language
  /** What a rule is called, by its key. */
  ruleName(key: string): string
  placeName(place: string): string
}

/** Which alarms call it, as one would say it. */
export function whenText({ signs, rules, kinds, grades, places }: Linkage['when'], speech: Speech): string {
  const { words, language } = speech
  const subjects = [
    ...signs.map((sign) => words.signNames[sign]),
    ...rules.map(speech.ruleName),
    ...kinds.map((kind) => nameOfKind(kind)[language]),
  ]
  const limits = [...grades.map((grade) => words.gradeNames[grade]), ...places.map(speech.placeName)]
  return words.say.of(subjects.join(words.say.or), limits.join(words.say.or))
}

export function actionText(action: LinkageAction, { words, language }: Pick<Speech, 'words' | 'language'>): string {
  if (action.do === 'cameras') return words.say.cameras(action.most)
  const { kinds, where, metres = 0, command } = action
  const names = kinds.map((kind) => nameOfKind(kind)[language]).join(words.say.or)
  const what = kinds.map((kind) => deviceKinds.get(kind)?.commands[command]?.name[language]).find(Boolean) ?? command
  return words.say.order(where === 'near' ? words.say.near(metres) : words.where[where], names, what)
}
