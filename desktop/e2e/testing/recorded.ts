import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { listPageFiles } from '../../launch/page-files.ts'
import { openPageHost, type PageHost } from '../../launch/page-host.ts'

/** The page with a server that nobody runs. */
export async function openPageOnly(): Promise<PageHost> {
  const files = await listPageFiles(join(import.meta.dirname, '../../../dist/renderer'))
  // Nobody listens on the first port.
  return openPageHost({ files, port: 0, settings: { server: 'http://127.0.0.1:1' } })
}

/** The window of `--open FILE`: a recording and no server at all. */
export async function openRecordingPage(recording: string): Promise<PageHost> {
  const files = await listPageFiles(join(import.meta.dirname, '../../../dist/renderer'))
  return openPageHost({ files, port: 0, recording, settings: { recording: basename(recording) } })
}

export async function openBundle(page: Page, file: string): Promise<void> {
  await page.locator('.recorded-open input[type=file]').setInputFiles(file)
}
