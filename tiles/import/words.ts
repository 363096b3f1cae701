/** In both languages of the people who may read it on this terminal. */
export interface Words {
  zh: string
  en: string
}

/** One line; whoever reads one of the languages has all of it. */
export function bilingual({ zh, en }: Words): string {
  return `${zh}  |  ${en}`
}

/** What a file says is shown on a terminal: without the bytes that would command it, and not without end. */
export function printable(text: string, most = 80): string {
  const plain = text.replace(/\p{C}/gu, ' ').trim()
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain
}
