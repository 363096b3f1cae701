import { expect, test } from 'vitest'
import { contentPolicy } from './policy.ts'

function directives(server: string | undefined): Map<string, string> {
  return new Map(
    contentPolicy(server)
      .split('; ')
      .map((text) => [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)]),
  )
}

test('a page may speak to itself and to its one server', () => {
  const policy = directives('http://192.168.1.10:8040/some/path?x=1')
  expect(policy.get('connect-src')).toBe("'self' http://192.168.1.10:8040 ws://192.168.1.10:8040")
  expect(policy.get('media-src')).toBe("'self' blob: http://192.168.1.10:8040")
})

test('without a server a page speaks to itself alone', () => {
  const policy = directives(undefined)
  expect(policy.get('connect-src')).toBe("'self'")
  expect(policy.get('media-src')).toBe("'self' blob:")
})

test('a server behind https is spoken to over wss', () => {
  expect(directives('https://safe.example').get('connect-src')).toBe("'self' https://safe.example wss://safe.example")
})

test('what is not named is forbidden, and no text is run as a program', () => {
  const policy = directives('http://127.0.0.1:8040')
  expect(policy.get('default-src')).toBe("'none'")
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
  for (const name of ['frame-ancestors', 'base-uri', 'form-action', 'object-src'])
    expect(policy.get(name)).toBe("'none'")
  expect(contentPolicy('http://127.0.0.1:8040')).not.toMatch(/\*|'unsafe-eval'/)
})

test('an address cannot bring rules of its own', () => {
  expect(() => contentPolicy("nonsense; script-src 'unsafe-inline'")).toThrow()
  expect(contentPolicy("http://h:1/; script-src 'unsafe-inline'")).toContain(
    "script-src 'self' 'wasm-unsafe-eval'; style",
  )
})
