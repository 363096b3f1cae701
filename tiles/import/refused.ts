import { bilingual, type Words } from './words.ts'

/** The whole of a file cannot be taken, or not into this folder; nothing has been written. */
export class Refused extends Error {
  readonly code: string
  readonly words: Words

  constructor(code: string, words: Words) {
    super(bilingual(words))
    this.name = 'Refused'
    this.code = code
    this.words = words
  }
}
