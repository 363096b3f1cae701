import { expect, test } from 'vitest'
import { en } from '../i18n/en.ts'
import { zh } from '../i18n/zh.ts'
import { panels } from './index.ts'

test('every folder of a panel is listed, under its own name, and titled in both languages', () => {
  const folders = new Set(Object.keys(import.meta.glob('./*/*')).map((path) => path.split('/')[1]))
  expect(new Set(panels.map(({ id }) => id))).toEqual(folders)
  expect(panels).toHaveLength(folders.size)
  for (const panel of panels) {
    expect(panel.title(zh)).toMatch(/\p{Script=Han}/u)
    expect(panel.title(en)).toMatch(/^[\x20-\x7e]+$/)
  }
})
