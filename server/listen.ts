import type { AddressInfo, Server } from 'node:net'
import { AnkanError } from '#shared/errors.ts'

/** Listens, or says which port of what is taken. Port 0 takes a free one. Resolves with the port. */
export function listen(server: Server, port: number, host: string, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(
        new AnkanError(
          error.code === 'EADDRINUSE' ? 'start.port-in-use' : 'start.setting-invalid',
          { port, host, what },
          error.code === 'EADDRINUSE'
            ? `port ${port} (${what}) is in use on ${host}`
            : `cannot listen on ${host}:${port} (${what}): ${error.message}`,
        ),
      )
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
