import type { Socket } from 'socket.io'

/** What waits in this process for a screen that reads slowly. */
export function bufferedBytes(socket: Socket): { bytes: number; packets: number } {
  const connection = socket.conn as unknown as {
    writeBuffer: unknown[]
    transport: { socket?: { bufferedAmount?: number } }
  }
  return { bytes: connection.transport.socket?.bufferedAmount ?? 0, packets: connection.writeBuffer.length }
}
