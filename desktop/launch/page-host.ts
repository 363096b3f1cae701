import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { cachePolicy, findPageFile, type PageFile, type PageFiles } from './page-files.ts'
import { type PageSettings, RECORDING } from './page-settings.ts'
import { pageHeaders } from './policy.ts'

export interface PageHost {
  url: string
  close(): Promise<void>
}

export interface PageHostOptions {
  files: PageFiles
  port: number
  settings: PageSettings
  /** The file that the window is opened with. */
  recording?: string
}

const HOST = '127.0.0.1'

/** Serves the page bundle to this machine alone. */
export async function openPageHost({ files, port, settings, recording }: PageHostOptions): Promise<PageHost> {
  const headers = pageHeaders(settings.server)

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const path = request.url?.split(/[?#]/, 1)[0] ?? '/'
    const file = findPageFile(files, path)
    if (request.method !== 'GET' && request.method !== 'HEAD') text(response.setHeader('allow', 'GET, HEAD'), 405)
    // A foreign name that was pointed at this machine must not read the settings.
    else if (!ownNames.has(nameOf(request))) text(response, 421)
    else if (path === '/settings.json') json(response, settings)
    else if (path === RECORDING && recording !== undefined) void sendRecording(request, response, recording)
    else if (file === undefined) text(response, 404)
    else send(request, response, file)
  }

  const server = createServer(answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(portInUse(port)) : error),
    )
    server.listen(port, HOST, resolve)
  })
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portInUse(port: number): string {
  return `port ${port} (page) is in use on ${HOST}. End the program that uses it, or choose another port with --page-port N.`
}

const ownNames = new Set([HOST, 'localhost', '[::1]'])

function nameOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}

function text(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${STATUS_CODES[status]}\n`)
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

/** It may have gone since, or lie where it cannot be read: the page says so. */
async function sendRecording(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return text(response, 404)
  const { size } = await file.stat()
  response.writeHead(200, { 'cache-control': 'no-store', 'content-length': size })
  if (request.method === 'HEAD') {
    response.end()
    return file.close()
  }
  // Exactly what was said, though somebody writes to it meanwhile.
  pipeline(file.createReadStream({ end: Math.max(0, size - 1) }), response, () => {})
}

function send(request: IncomingMessage, response: ServerResponse, file: PageFile): void {
  const kept = { etag: file.tag, 'cache-control': cachePolicy(file) }
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304, kept).end()
    return
  }
  response.writeHead(200, { ...kept, 'content-type': file.type, 'content-length': file.size })
  if (request.method === 'HEAD') response.end()
  // A file that vanished or a reader that left closes the connection; there is nobody to tell.
  else pipeline(createReadStream(file.file), response, () => {})
}
