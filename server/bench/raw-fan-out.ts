import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

/** The peer of the fan-out bench: sends a text of so many bytes, twenty times a second, to all who are connected. */
const bytes = Number(process.argv[2])
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
setInterval(() => {
  const frame = JSON.stringify({ at: Date.now(), fill: 'x'.repeat(Math.max(0, bytes - 32)) })
  for (const client of server.clients) client.send(frame)
}, 50)
process.on('disconnect', () => process.exit(0))
