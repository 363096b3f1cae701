/** The first character of each letter of pinyin, as dictionaries order them; no syllable begins with I, U or V. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** Read otherwise than their usual reading in names of places and things: either is understood. */
const READINGS: Record<string, string> = {
  重: 'zc',
  长: 'zc',
  行: 'xh',
  乐: 'ly',
  车: 'cj',
  调: 'dt',
  朝: 'cz',
  单: 'ds',
  厦: 'xs',
  会: 'hk',
  传: 'cz',
  弹: 'dt',
  曾: 'zc',
  校: 'xj',
  区: 'qo',
  解: 'jx',
  盛: 'sc',
  系: 'xj',
  藏: 'zc',
}

const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const known = new Map<string, string>()

/** The letters that a character may begin with in pinyin; what is no Chinese character is itself, in small letters. */
export function initialsOf(character: string): string {
  let letters = known.get(character)
  if (letters === undefined) {
    letters = READINGS[character] ?? find(character)
    known.set(character, letters)
  }
  return letters
}

function find(character: string): string {
  if (!/^\p{Script=Han}$/u.test(character)) return character.toLowerCase()
  let at = 0
  for (let i = 1; i < FIRST.length; i++) if (byPinyin.compare(FIRST[i] as string, character) <= 0) at = i
  return LETTERS[at] as string
}

/** Where in a text the typed letters begin its characters, one after another: `xl3` in 锦绣西里3栋; -1: nowhere. */
export function indexOfInitials(text: readonly string[], typed: string): number {
  const last = text.length - typed.length
  for (let from = 0; from <= last; from++) {
    let i = 0
    while (i < typed.length && initialsOf(text[from + i] as string).includes(typed[i] as string)) i++
    if (i === typed.length) return from
  }
  return -1
}
