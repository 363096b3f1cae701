import { readFile } from 'node:fs/promises'
import type { CustomScheme } from 'electron'
import { cachePolicy, findPageFile, type PageFiles } from '../launch/page-files.ts'
import { RECORDING } from '../launch/page-settings.ts'
import { pageHeaders } from '../launch/policy.ts'
import type { OpenedFile } from './opened-file.ts'
import { isOurs, SCHEME } from './origin.ts'

/** With these a page of our scheme is a page like one of https: an origin of its own, storage, workers, fetch. */
export const pageScheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
}

interface Shown {
  files: PageFiles
  server: string | undefined
  opened: OpenedFile
}

/** Answers requests for `app://ankan/...` from the page bundle, and with the recording that was opened. */
export function pageAnswers({ files, server, opened }: Shown): (request: Request) => Promise<Response> {
  const headers = pageHeaders(server)
  return async ({ url, method }) => {
    if (method !== 'GET') return new Response('only GET', { status: 405, headers })
    const path = isOurs(url) ? new URL(url).pathname : undefined
    const recording = path === RECORDING ? await opened.content() : undefined
    if (recording)
      return new Response(recording.body, {
        headers: { ...headers, 'cache-control': 'no-store', 'content-length': `${recording.size}` },
      })
    const found = path === undefined ? undefined : findPageFile(files, path)
    if (found === undefined) return new Response('not found', { status: 404, headers })
    return new Response(await readFile(found.file), {
      headers: { ...headers, 'content-type': found.type, 'cache-control': cachePolicy(found) },
    })
  }
}
