import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const PATH = '/demonstration/notices'
const LARGEST = 256 * 1024

/** Where notices of the demonstration go: this machine and this process, and no further. It counts them and says so. */
export interface NoticeSink {
  url: string
  close(): void
}

/** On the port of before where that is free, so that the channel stays what it was. */
export async function startNoticeSink(before: string | undefined, say: (text: string) => void): Promise<NoticeSink> {
  let count = 0
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
      if (body.length > LARGEST) request.destroy()
    })
    request.on('error', () => {})
    request.on('end', () => {
      const isNotice = request.method === 'POST' && request.url === PATH
      if (isNotice) say(`演示通知 demonstration notice ${++count}: ${titleOf(body)}`)
      response.writeHead(isNotice ? 200 : 404, { 'content-type': 'application/json' })
      response.end(isNotice ? JSON.stringify({ heard: count }) : '{}')
    })
  })
  const port = before !== undefined && isOfSink(before) ? Number(new URL(before).port) : 0
  await listen(server, port).catch(() => listen(server, 0))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

export function isOfSink(url: string): boolean {
  return url.startsWith('http://127.0.0.1:') && url.endsWith(PATH)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function titleOf(body: string): string {
  try {
    const { title } = JSON.parse(body) as { title?: unknown }
    return String(title).slice(0, 200).replaceAll(/\s+/g, ' ')
  } catch {
    return '?'
  }
}
