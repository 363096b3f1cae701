import type { Server as HttpServer } from 'node:http'
import type { Server, Socket } from 'socket.io'

/** What socket.io does not show of the connection below it. */
interface Connection {
  writeBuffer: { data?: string | { length: number } }[]
  transport: {
    writable: boolean
    socket?: {
      bufferedAmount?: number
      terminate?(): void
      send(message: Buffer, options: { binary: boolean; compress: boolean }): void
    }
  }
}

export function connectionOf(socket: { conn: unknown }): Connection {
  return socket.conn as Connection
}

/** What waits in this process for a screen that reads slowly: behind the network socket, and before it. */
export function bufferedBytes(socket: Socket): { bytes: number; packets: number } {
  const connection = socket.conn as unknown as Connection
  let bytes = connection.transport.socket?.bufferedAmount ?? 0
  for (const { data } of connection.writeBuffer) bytes += data?.length ?? 0
  return { bytes, packets: connection.writeBuffer.length }
}

/** Closes without waiting for the other side: one that reads nothing would never answer a farewell. */
export function cutOff(socket: Socket): void {
  terminate(socket.conn)
}

function terminate(connection: unknown): void {
  ;(connection as Connection).transport.socket?.terminate?.()
}

/** So long may an answer that is under way still take. */
const GRACE_MS = 2000

/** Ends every connection and the server; neither a stalled screen nor one that asks nothing holds it up. */
export async function closeScreens(io: Server, http: HttpServer): Promise<void> {
  const { clients } = io.engine as unknown as { clients: Record<string, unknown> }
  for (const connection of Object.values(clients)) terminate(connection)
  const late = setTimeout(() => http.closeAllConnections(), GRACE_MS)
  try {
    await io.close()
  } finally {
    clearTimeout(late)
  }
}
