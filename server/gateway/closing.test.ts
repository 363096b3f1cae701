import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { start } from '../testing/start.ts'

test.each([
  ['says nothing', ''],
  ['asks half a question', 'POST /api/session/sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{'],
])('somebody who connects and %s does not keep the server from ending', async (_what, said) => {
  const server = await start()
  const socket = connect(server.app.httpPort, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const gone = once(socket, 'close')
  socket.on('error', () => {})
  socket.resume()
  if (said) socket.write(said)
  // What it said has come: the answer to a later question comes after it.
  await server.screen('viewer')
  const began = performance.now()
  await server.restart()
  await gone
  expect(performance.now() - began).toBeLessThan(10_000)
})
