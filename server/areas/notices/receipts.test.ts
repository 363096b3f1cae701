import { expect, test } from 'vitest'
import {
  issueReceiptToken,
  listDeliveries,
  readNoticeSettings,
  removeChannel,
  saveChannel,
  tryChannel,
} from '#shared/contract/notices.ts'
import { DAY, MINUTE } from '#shared/time.ts'
import { httpGateway } from './testing.ts'
import { NoticeCenter } from './testing-center.ts'

/** A center whose operator is told by a gateway that tells what became of it. */
async function withGateway(says: (n: number) => string = (n) => `{"id":"m${n}"}`) {
  const center = await NoticeCenter.start()
  const gateway = await httpGateway((_, response, n) => response.end(says(n)))
  const receipt = { id: 'ref', state: 'stat', delivered: ['DELIVRD'], answered: ['PICKED'], undelivered: ['UNDELIV'] }
  await center.sms('sms', gateway.url, { receipt }, { every: 1 })
  await center.reach('operator', { phone: '13800000001' })
  await center.reach('commander', { phone: '13800000002' })
  await center.route([
    { accounts: ['operator'], channels: ['sms'] },
    { after: 60, accounts: ['commander'], channels: ['sms'] },
  ])
  const { token } = (await center.server.ask(issueReceiptToken, { channel: 'sms' }, 'admin')).body
  const post = async (body: unknown, { as = token, channel = 'sms', form = false, inAddress = false } = {}) => {
    const address = `${center.server.url}/api/notices/receipts/${channel}${inAddress ? `?token=${as}` : ''}`
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        ...(inAddress ? {} : { 'x-ankan-token': as }),
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      body: form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body),
    })
    const answer = (await response.json()) as { noted?: boolean; error?: { code: string } }
    return { status: response.status, noted: answer.noted, code: answer.error?.code }
  }
  return { center, gateway, post, token: token as string }
}

test('a gateway says what became of a message: once is enough, twice is once, in any order, in JSON or a form', async () => {
  const { center, gateway, post } = await withGateway()
  const alarm = await center.raise(1)
  const key = JSON.parse(gateway.heard[0]?.body ?? '').key
  expect(await post({ ref: 'm1', stat: 'DELIVRD' })).toEqual({ status: 200, noted: true, code: undefined })
  const { seq } = center.world
  expect(await post({ ref: 'm1', stat: 'DELIVRD' })).toMatchObject({ status: 200, noted: false })
  expect(await post({ ref: key, stat: 'DELIVRD' }, { form: true, inAddress: true })).toMatchObject({ noted: false })
  expect(center.world.seq).toBe(seq)
  expect(await post({ ref: key, stat: 'PICKED' }, { form: true })).toMatchObject({ noted: true })
  expect(await post({ ref: key, stat: 'UNDELIV' })).toMatchObject({ noted: false })
  expect(await center.shown(alarm)).toMatchObject([{ state: 'sent', receipt: { state: 'answered' } }])
})

test('what was not delivered after all lets the next step be told at once', async () => {
  const { center, gateway, post } = await withGateway()
  await center.raise(1)
  expect(gateway.heard).toHaveLength(1)
  await post({ ref: 'm1', stat: 'UNDELIV' })
  await center.settle()
  expect(gateway.heard.map(({ body }) => JSON.parse(body).to)).toEqual(['13800000001', '13800000002'])
})

test('a gateway that calls two messages the same is believed about the first', async () => {
  const { center, post } = await withGateway(() => '{"id":"same"}')
  const first = await center.raise(1)
  await center.pass(5000)
  const second = await center.raise(1, { device: 'smoke-2' })
  await center.settle()
  expect(center.deliveries.map(({ state, id }) => `${state} ${id}`)).toEqual(['sent same', 'sent undefined'])
  await post({ ref: 'same', stat: 'DELIVRD' })
  expect(await center.shown(first)).toMatchObject([{ receipt: { state: 'delivered' } }])
  expect((await center.shown(second))[0]?.receipt).toBeUndefined()
})

test('receipts that are late, unknown, senseless or from a stranger are refused clearly', async () => {
  const { center, post, token } = await withGateway()
  await center.raise(1)
  expect(await post({ ref: 'm1', stat: 'DELIVRD' }, { as: 'guess' })).toMatchObject({
    status: 401,
    code: 'access.wrong',
  })
  expect(await post({ ref: 'm1', stat: 'WHAT' })).toMatchObject({ status: 400, code: 'input.invalid' })
  expect(await post({ ref: 'm9', stat: 'DELIVRD' })).toMatchObject({ status: 404, code: 'delivery.unknown' })
  expect(await post({ stat: 'DELIVRD' })).toMatchObject({ status: 404, code: 'delivery.unknown' })
  expect(await post([])).toMatchObject({ status: 400, code: 'input.invalid' })
  expect(await post({ ref: { ref: 'm1' }, stat: ['DELIVRD'] })).toMatchObject({ status: 400 })
  expect(await post({ ref: 'm1', stat: 'DELIVRD' }, { channel: 'other' })).toMatchObject({ status: 401 })
  center.clock.jump(2 * DAY)
  expect(await post({ ref: 'm1', stat: 'DELIVRD' })).toMatchObject({ status: 410, code: 'receipt.late' })
  center.clock.jump(-2 * DAY)
  // A new token ends the old one.
  await center.server.ask(issueReceiptToken, { channel: 'sms' }, 'admin')
  expect(await post({ ref: 'm1', stat: 'DELIVRD' }, { as: token })).toMatchObject({ status: 401 })
})

test('secrets and addresses are in no answer, no frame, no log and no audit record', async () => {
  const { center, gateway, token } = await withGateway()
  const screen = await center.server.screen('admin')
  const secret = 'hidden-word-42'
  const hook = await httpGateway(({ headers }, response) => response.end(`you said ${headers['x-key']}`))
  const form = { kind: 'webhook', url: hook.url, headers: [{ name: 'X-Key', value: '{{secret}}' }] }
  await center.channel('hook', form, {}, secret)
  const tried = await center.server.ask(tryChannel, { channel: 'hook' }, 'admin')
  expect(tried.body).toMatchObject({ ok: true, status: 200, said: 'you said ***' })
  await center.server.ask(tryChannel, { channel: 'sms', to: '139 9999 0000' }, 'admin')
  expect(JSON.parse(gateway.heard.at(-1)?.body ?? '').to).toBe('13999990000')
  const alarm = await center.raise(1)
  await center.pass(3000)
  const settings = await center.server.ask(readNoticeSettings, {}, 'admin')
  expect(settings.body.channels).toMatchObject([{ hasSecret: false, hasToken: true }, { hasSecret: true }])
  const shown = await center.server.ask(listDeliveries, { alarm }, 'viewer')
  const preview = await center.preview({ alarm })
  expect(JSON.stringify(preview)).toContain('138****0001')
  const told = JSON.stringify([settings.body, shown.body, preview, screen.frames, screen.states])
  const record = JSON.stringify(await center.server.storage.audit({ limit: 1000 }))
  const events = JSON.stringify(await center.server.storage.events('live', { limit: 10_000 }))
  for (const hidden of [secret, token, '13999990000', '139 9999 0000'])
    for (const where of [told, record, events]) expect(where).not.toContain(hidden)
  expect(told).not.toContain('13800000001')
  // For another host the secret is written anew: else whoever may write addresses could have it sent to himself.
  const moved = { channel: 'hook', name: 'hook', every: 60, form: { ...form, url: 'http://127.0.0.1:9/' } }
  const seen = center.world.channels.get('hook')?.changedAt
  const refused = await center.server.ask(saveChannel, { channel: moved, seen } as never, 'admin')
  expect(refused.error?.code).toBe('channel.pointless')
  // What was removed has no secret left.
  expect((await center.server.ask(removeChannel, { channel: 'hook' }, 'admin')).status).toBe(200)
  expect([...center.server.app.vault.under('notice-secret:')]).toEqual([])
  expect((await center.server.ask(removeChannel, { channel: 'sms' }, 'admin')).error?.code).toBe('channel.in-use')
})

test('what is told of a place is shown to whoever sees its alarms, and to nobody else', async () => {
  const { center } = await withGateway()
  const there = await center.raise(1, { device: 'smoke-2', place: 'jinxiu/z2/b02/f01' })
  expect(await center.shown(there, 'viewer')).toHaveLength(1)
  expect((await center.server.ask(listDeliveries, { alarm: there }, 'zone1')).error?.code).toBe('alarm.unknown')
  expect((await center.server.ask(listDeliveries, {}, 'zone1')).body.deliveries).toEqual([])
  expect((await center.server.ask(listDeliveries, {}, 'viewer')).body.deliveries).toHaveLength(1)
})

test('a channel that could say nothing is refused when it is written', async () => {
  const center = await NoticeCenter.start()
  const save = async (form: Record<string, unknown>) => {
    const channel = { channel: 'c', name: 'c', every: 60, form }
    return (await center.server.ask(saveChannel, { channel } as never, 'admin')).error?.code
  }
  const sms = { kind: 'sms', url: 'http://gateway.example/send' }
  expect(await save({ ...sms, body: '{"to":{{phone}}}' })).toBe('channel.pointless')
  expect(await save({ ...sms, body: '{"to":"{{telephone}}"}' })).toBe('channel.pointless')
  expect(await save({ ...sms, body: '{"to":"me"}' })).toBe('channel.pointless')
  expect(await save({ ...sms, url: 'http://{{alarm.device}}/send', body: '{"t":"{{text}}"}' })).toBe('input.invalid')
  expect(await save({ ...sms, url: 'ftp://gateway.example/', body: '{"t":"{{text}}"}' })).toBe('input.invalid')
  const headers = [{ name: 'Host', value: 'elsewhere' }]
  expect(await save({ ...sms, headers, body: '{"t":"{{text}}"}' })).toBe('channel.pointless')
  expect(await save({ ...sms, headers: [{ name: 'X\r\nEvil', value: '1' }], body: '{"t":"{{text}}"}' })).toBe(
    'input.invalid',
  )
  expect(await save({ ...sms, body: '{"t":"{{text}}"}' })).toBeUndefined()
})

test('a dry run says who would be told, by what and when, and what stands in the way; nothing is sent', async () => {
  const { center, gateway } = await withGateway()
  const { about, routes } = await center.preview({ device: 'smoke-1', grade: 2 })
  expect(about).toMatchObject({ kind: 'smoke-detector', grade: 2, place: 'jinxiu/z1/b01/f01' })
  expect(routes).toMatchObject([
    {
      steps: [
        { after: 0, tells: [{ name: 'sms', to: { account: 'operator' }, address: '138****0001' }] },
        { after: 60, tells: [{ to: { account: 'commander' } }] },
      ],
    },
  ])
  await center.route([
    { accounts: ['viewer'], channels: ['sms'] },
    { after: 5, onDuty: true, channels: ['sms'] },
  ])
  expect((await center.preview({ device: 'smoke-1' })).routes[0].steps).toMatchObject([
    { tells: [{ problem: 'no-address' }] },
    { tells: [{ problem: 'nobody' }] },
  ])
  await center.route([{ accounts: ['viewer'], channels: ['sms'] }], { when: { grades: [4] } })
  expect((await center.preview({ device: 'smoke-1', grade: 1 })).routes).toMatchObject([
    { because: 'grade', steps: [] },
  ])
  await center.pass(MINUTE, MINUTE)
  expect(gateway.heard).toEqual([])
  expect(center.world.deliveries.size).toBe(0)
})
