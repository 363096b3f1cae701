import { expect, test } from 'vitest'
import { SimulatedClock, systemClock } from '#shared/time.ts'
import { ChannelForm } from '#shared/world/notice-channels.ts'
import { httpGateway, rawServer, smtpServer, textOf } from '../areas/notices/testing.ts'
import { certificate, key } from '../areas/notices/testing-certificate.ts'
import { until } from '../testing/until.ts'
import type { Message, ToldAlarm } from './outcome.ts'
import { send } from './send.ts'
import { signatureOf } from './webhook.ts'

const NASTY = '","x":"1"}\r\nX-Evil: yes\r\n\r\n{{secret}}&to=999/../../?a=b#烟感'
const alarm = {
  alarm: 'a~smoke~1',
  grade: 1,
  rule: 'smoke',
  title: '烟雾',
  advice: '去看',
  place: 'jinxiu/z1/b01/f01',
  placeName: '1栋 1 层',
  device: 'smoke-1',
  deviceName: NASTY,
  kind: 'smoke-detector',
  value: 9,
  metric: 'smoke',
  state: 'unacknowledged',
  raisedAt: '2026-11-22T09:00:00.000Z',
} satisfies ToldAlarm
const message = (over: Partial<Message> = {}): Message => ({
  delivery: 'd-abcdefgh',
  what: 'alarm',
  at: '2026-11-22T09:00:01.000Z',
  center: '锦绣社区',
  title: '【I级报警】1栋',
  text: `烟雾 ${NASTY}`,
  name: '张三',
  address: '13800001234',
  alarms: [alarm],
  count: 1,
  step: 0,
  round: 0,
  ...over,
})
const form = (input: Record<string, unknown>) => ChannelForm.parse(input)
const now = { clock: systemClock, secret: 's3cret' }

test('a webhook is JSON that is signed over its time, with a name that stays the same', async () => {
  const gateway = await httpGateway()
  const outcome = await send(form({ kind: 'webhook', url: `${gateway.url}/hook` }), message(), now)
  expect(outcome).toMatchObject({ ok: true, status: 200 })
  const [{ headers, body, method }] = gateway.heard as [(typeof gateway.heard)[0]]
  expect(method).toBe('POST')
  expect(JSON.parse(body)).toMatchObject({ version: 1, delivery: 'd-abcdefgh', count: 1, alarms: [alarm] })
  expect(body).not.toContain('13800001234')
  expect(headers['x-ankan-signature']).toBe(signatureOf('s3cret', String(headers['x-ankan-timestamp']), body))
  expect(headers['idempotency-key']).toBe('d-abcdefgh')
})

test('whatever a device is called, it is a text within the JSON, the form, the header and the address that were written', async () => {
  const gateway = await httpGateway((_, response) => response.end('{"code":"0","data":{"sid":77}}'))
  const json = form({
    kind: 'sms',
    url: `${gateway.url}/send/{{alarm.deviceName}}?k={{secret}}&d={{alarm.deviceName}}`,
    headers: [{ name: 'X-Device', value: '{{alarm.deviceName}}' }],
    body: '{"to":"{{phone}}","content":{"text":"{{text}}","{{odd}}":[1,"{{count}}"]}}',
    success: { path: 'code', is: ['0'] },
    id: 'data.sid',
  })
  expect(await send(json, message(), now)).toMatchObject({ ok: true, id: '77' })
  const [first] = gateway.heard
  expect(JSON.parse(first?.body ?? '')).toEqual({
    to: '13800001234',
    content: { text: `烟雾 ${NASTY}`, '{{odd}}': [1, '1'] },
  })
  const url = new URL(first?.url ?? '', gateway.url)
  expect(url.pathname.split('/')).toHaveLength(3)
  expect([...url.searchParams]).toEqual([
    ['k', 's3cret'],
    ['d', NASTY],
  ])
  expect(first?.headers['x-evil']).toBeUndefined()
  expect(decodeURIComponent(String(first?.headers['x-device']))).toBe(NASTY)

  const asForm = form({ kind: 'sms', url: gateway.url, content: 'form', body: 'to={{phone}}&text={{text}}' })
  expect(await send(asForm, message(), now)).toMatchObject({ ok: true })
  expect([...new URLSearchParams(gateway.heard[1]?.body)]).toEqual([
    ['to', '13800001234'],
    ['text', `烟雾 ${NASTY}`],
  ])

  // A value of dots alone would climb out of its folder.
  const dots = message({ alarms: [{ ...alarm, deviceName: '..' }] })
  await send(form({ kind: 'webhook', url: `${gateway.url}/a/{{alarm.deviceName}}/b` }), dots, now)
  expect(gateway.heard[2]?.url).toBe('/a/_/b')
})

test('a gateway that says no in a friendly answer is heard; a redirect is not followed; a refusal is final, a busy one is not', async () => {
  const sms = (url: string) =>
    form({ kind: 'sms', url, body: '{"t":"{{text}}"}', success: { path: 'ok', is: ['true'] } })
  const says = async (status: number, body: string, headers: Record<string, string> = {}) => {
    const gateway = await httpGateway((_, response) => response.writeHead(status, headers).end(body))
    return send(sms(gateway.url), message(), now)
  }
  expect(await says(200, '{"ok":false,"why":"no money"}')).toMatchObject({
    ok: false,
    reason: 'not-taken',
    isFinal: true,
  })
  expect(await says(200, 'not JSON')).toMatchObject({ ok: false, reason: 'not-taken' })
  expect(await says(200, '{"ok":true}')).toMatchObject({ ok: true })
  const elsewhere = await httpGateway()
  expect(await says(302, '', { location: elsewhere.url })).toMatchObject({
    reason: 'redirected',
    isFinal: true,
    status: 302,
  })
  expect(elsewhere.heard).toEqual([])
  expect(await says(401, '')).toMatchObject({ reason: 'status', isFinal: true })
  expect(await says(429, '')).toMatchObject({ reason: 'status', isFinal: false })
  expect(await says(503, '')).toMatchObject({ reason: 'status', isFinal: false })
})

test('an answer without end is cut off: a webhook has heard by its status, a gateway has said nothing we understand', async () => {
  const endless = () =>
    httpGateway((_, response) => {
      response.writeHead(200)
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
      }
      response.on('drain', pour)
      pour()
    })
  const first = await endless()
  const heard = await send(form({ kind: 'webhook', url: first.url }), message(), now)
  expect(heard).toMatchObject({ ok: true, status: 200 })
  expect(heard.said.length).toBeLessThanOrEqual(65_536)
  const second = await endless()
  const sms = form({ kind: 'sms', url: second.url, body: '{"t":"{{text}}"}', id: 'id' })
  expect(await send(sms, message(), now)).toMatchObject({ ok: false, reason: 'too-large' })
})

test('an answer that comes twice is one answer', async () => {
  const twice = 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{"id":1}'
  const { port } = await rawServer((socket) => socket.once('data', () => socket.write(twice + twice)))
  const sms = form({ kind: 'sms', url: `http://127.0.0.1:${port}/`, body: '{"t":"{{text}}"}', id: 'id' })
  expect(await send(sms, message(), now)).toMatchObject({ ok: true, id: '1' })
})

test('who does not answer is waited for ten seconds, by the clock of the center; who says nonsense, or is not there, not at all', async () => {
  const clock = new SimulatedClock()
  const gateway = await httpGateway(() => {})
  let outcome: unknown
  void send(form({ kind: 'webhook', url: gateway.url }), message(), { clock, secret: undefined }).then((one) => {
    outcome = one
  })
  await until(() => gateway.heard.length === 1, 'the webhook to be asked')
  clock.advance(9_999)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(outcome).toBeUndefined()
  clock.advance(1)
  expect(await until(() => outcome, 'the end of patience')).toMatchObject({
    ok: false,
    reason: 'timeout',
    isFinal: false,
  })

  const nonsense = await rawServer((socket) => socket.once('data', () => socket.end('220 hello\r\n')))
  const hook = (port: number) => form({ kind: 'webhook', url: `http://127.0.0.1:${port}/` })
  expect(await send(hook(nonsense.port), message(), now)).toMatchObject({ reason: 'broken' })
  expect(await send(hook(1), message(), now)).toMatchObject({ reason: 'unreachable' })
})

const mail = (port: number, more: Record<string, unknown> = {}) =>
  form({ kind: 'mail', host: 'localhost', port, secure: 'none', from: 'ankan@jinxiu.example', ...more })
const toMail = message({ address: 'zhang@jinxiu.example' })

test('a mail arrives with its title and words, under a name that stays the same, and nothing of it becomes a header', async () => {
  const server = await smtpServer()
  const title = `【I级报警】${NASTY}`
  expect(await send(mail(server.port), { ...toMail, title }, now)).toMatchObject({ ok: true, status: 250 })
  const [one] = server.mails
  if (!one) throw new Error('no mail')
  expect(one).toMatchObject({ from: 'ankan@jinxiu.example', to: ['zhang@jinxiu.example'] })
  expect(one.content).toContain('Message-ID: <d-abcdefgh@jinxiu.example>')
  const [head = ''] = one.content.split('\r\n\r\n')
  expect(head).not.toMatch(/^X-Evil/m)
  expect(textOf(one)).toContain('烟雾')
})

test('a mail server that knows its users lets in who has the password, and nobody else', async () => {
  const server = await smtpServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _, done) {
      if (username === 'ankan' && password === 's3cret') done(null, { user: 'ankan' })
      else done(new Error('wrong'))
    },
  })
  const signedIn = mail(server.port, { user: 'ankan' })
  expect(await send(signedIn, toMail, now)).toMatchObject({ ok: true })
  expect(await send(signedIn, toMail, { ...now, secret: 'wrong' })).toMatchObject({ reason: 'sign-in', isFinal: true })
})

test('a mail server that refuses: the person for good, everybody for now, or by not being there', async () => {
  const refusing = (responseCode: number) =>
    smtpServer({ onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode })) })
  expect(await send(mail((await refusing(550)).port), toMail, now)).toMatchObject({
    reason: 'recipient',
    isFinal: true,
    status: 550,
  })
  expect(await send(mail((await refusing(451)).port), toMail, now)).toMatchObject({ reason: 'status', isFinal: false })
  expect(await send(mail(1), toMail, now)).toMatchObject({ reason: 'unreachable', isFinal: false })
})

test('a mail server that hangs is given up by the clock of the center', async () => {
  const clock = new SimulatedClock()
  const { port, sockets } = await rawServer(() => {})
  let outcome: unknown
  void send(mail(port), toMail, { clock, secret: undefined }).then((one) => {
    outcome = one
  })
  await until(() => sockets.size === 1, 'the mail server to be asked')
  clock.advance(10_000)
  expect(await until(() => outcome, 'the end of patience')).toMatchObject({
    ok: false,
    reason: 'timeout',
    isFinal: false,
  })
})

test('a certificate that nobody knows is not believed, unless the administrator said so', async () => {
  const server = await smtpServer({ secure: true, disabledCommands: [], key, cert: certificate })
  const secure = { secure: 'tls' }
  expect(await send(mail(server.port, secure), toMail, now)).toMatchObject({ reason: 'untrusted', isFinal: true })
  expect(server.mails).toEqual([])
  expect(await send(mail(server.port, { ...secure, trusted: certificate }), toMail, now)).toMatchObject({ ok: true })
  const later = await smtpServer({ disabledCommands: [], key, cert: certificate })
  const asked = { secure: 'starttls', trusted: certificate }
  expect(await send(mail(later.port, asked), toMail, now)).toMatchObject({ ok: true })
  // Who is asked for a secret connection and has none is not spoken to openly.
  const open = await smtpServer()
  expect(await send(mail(open.port, { secure: 'starttls' }), toMail, now)).toMatchObject({ ok: false })
  expect(open.mails).toEqual([])
})
