import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { routeOf } from '#shared/contract/call.ts'
import { allCalls } from '#shared/contract/contract.ts'
import { roles } from '#shared/contract/roles.ts'
import { start } from '../testing/start.ts'

test('the contract is told to programs in valid OpenAPI, and to people on a page without scripts', async () => {
  const server = await start({ bare: true })
  const get = async (path: string) => {
    const response = await fetch(server.url + path)
    return {
      type: response.headers.get('content-type'),
      policy: response.headers.get('content-security-policy'),
      text: await response.text(),
    }
  }
  const spec = JSON.parse((await get('/api/openapi.json')).text)
  const checked = await new Validator().validate(spec)
  expect(checked.errors).toBeUndefined()
  expect(checked.valid).toBe(true)
  const docs = await get('/api/docs')
  expect(docs.type).toContain('text/html')
  expect(docs.policy).toContain("default-src 'none'")
  expect(docs.text).not.toMatch(/<script|https?:\/\//)
  expect((await get('/api/docs.css')).type).toContain('text/css')

  const calls = allCalls()
  expect(Object.keys(spec.paths).sort()).toEqual(calls.map(routeOf).sort())
  for (const call of calls) {
    const { post } = spec.paths[routeOf(call)]
    expect(post.summary).toBe(call.help)
    expect(post['x-permission']).toBe(call.may)
    expect(post.security.length).toBe(call.may === 'anyone' ? 0 : 1)
    const { properties, additionalProperties } = post.requestBody.content['application/json'].schema
    expect(Object.keys(properties).sort()).toEqual(
      Object.keys((call.input as unknown as { shape: object }).shape).sort(),
    )
    expect(additionalProperties).toBe(false)
    expect(docs.text).toContain(`<code>POST ${routeOf(call)}</code>`)
    expect(docs.text).toContain(call.help.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`))
    for (const [role, held] of Object.entries(roles))
      if ((held as readonly string[]).includes(call.may))
        expect(docs.text).toMatch(new RegExp(`${call.may} \\([^)]*${role}`))
  }
})
