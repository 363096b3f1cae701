import type { ServerMessages } from '#shared/contract/wire.ts'
import { connectionOf } from './connection.ts'
import type { ScreenSocket } from './fan-out.ts'

/** One message as it goes over the wire: 4 is an Engine.IO message, 2 a Socket.IO event. */
export function encodeMessage<N extends keyof ServerMessages>(
  name: N,
  ...content: Parameters<ServerMessages[N]>
): string {
  return `42${JSON.stringify([name, ...content])}`
}

/**
 * The same message for many screens. Socket.IO's own broadcast takes each connection through its queues and
 * events; handed to the sockets in one tight loop, a message that is encoded once costs half of that.
 */
export function sendToAll(screens: Iterable<ScreenSocket>, message: string): void {
  const bytes = Buffer.from(message)
  for (const screen of screens) {
    const { writeBuffer, transport } = connectionOf(screen)
    // Behind packets that still queue in Engine.IO it has to queue as well, or it would overtake them.
    if (writeBuffer.length > 0 || !transport.writable || !transport.socket) screen.conn.write(message.slice(1))
    else transport.socket.send(bytes, { binary: false, compress: false })
  }
}
