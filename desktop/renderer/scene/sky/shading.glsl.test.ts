import { expect, test } from 'vitest'
import { skyFunctions, tileShader } from './shading.glsl.ts'

const { uniforms, fragmentShaderText } = tileShader()

test('every uniform is used, and no other', () => {
  const used = new Set(fragmentShaderText.match(/\bu_\w+/g))
  expect([...used].sort()).toEqual(Object.keys(uniforms).sort())
})

test('nothing in it trips over how Cesium reads shaders', () => {
  // It counts the lines of a block comment, and fails when there is but one.
  expect(fragmentShaderText).not.toContain('/*')
  // three puts its own names before `main`.
  expect(skyFunctions.match(/^\w+ (\w+)\(/gm)?.every((line) => line.includes(' sky'))).toBe(true)
})

test('brackets close', () => {
  for (const [open, close] of ['()', '{}'])
    expect(fragmentShaderText.split(open as string).length).toBe(fragmentShaderText.split(close as string).length)
})
