/** In both languages of the people who may read it on this terminal. */
export interface Words {
  zh: string
  en: string
}

/** One line; whoever reads one of the languages has all of it. */
export function bilingual({ zh, en }: Words): string {
  return `${zh}  |  ${en}`
}

/** Which way the window is shown, and why no better one. */
export function windowWords(name: Words, why: readonly Words[]): Words {
  if (why.length === 0) return { zh: `窗口：${name.zh}`, en: `Window: ${name.en}` }
  return {
    zh: `窗口：${name.zh}，因为${why.map(({ zh }) => zh).join('；')}`,
    en: `Window: ${name.en}, because ${why.map(({ en }) => en).join('; ')}`,
  }
}

export function addressWords(url: string, why: readonly Words[]): Words {
  return {
    zh: `没有窗口（${why.map(({ zh }) => zh).join('；')}），请用浏览器打开 ${url}`,
    en: `No window (${why.map(({ en }) => en).join('; ')}); open ${url} in a browser`,
  }
}
