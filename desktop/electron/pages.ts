import { readFile } from 'node:fs/promises'
import type { CustomScheme } from 'electron'
import { cachePolicy, findPageFile, type PageFiles } from '../launch/page-files.ts'
import { pageHeaders } from '../launch/policy.ts'
import { isOurs, SCHEME } from './origin.ts'

/** With these a page of our scheme is a page like one of https: an origin of its own, storage, workers, fetch. */
export const pageScheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
}

/** Answers requests for `app://ankan/...` from the page bundle. */
export function pageAnswers(files: PageFiles, server: string): (request: Request) => Promise<Response> {
  const headers = pageHeaders(server)
  return async ({ url, method }) => {
    if (method !== 'GET') return new Response('only GET', { status: 405, headers })
    const found = isOurs(url) ? findPageFile(files, new URL(url).pathname) : undefined
    if (found === undefined) return new Response('not found', { status: 404, headers })
    return new Response(await readFile(found.file), {
      headers: { ...headers, 'content-type': found.type, 'cache-control': cachePolicy(found) },
    })
  }
}
