import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ShownWindow } from './show-window.ts'
import { fakeProgram, temporaryFolder } from './testing/folders.ts'
import type { WindowWay } from './window.ts'

const url = 'http://127.0.0.1:8041/'

function way(kind: 'electron' | 'browser', program: string): WindowWay {
  return { kind, program, args: [], name: { zh: kind, en: kind } }
}

function show(folder: string, ways: WindowWay[]) {
  const lines: string[] = []
  let told: (line: string) => void
  const addressSaid = new Promise<string>((resolve) => {
    told = (line) => {
      lines.push(line.split('  |  ')[1] ?? line)
      if (line.includes(`open ${url}`)) resolve(line)
    }
  })
  const window = new ShownWindow({ ways, url, folder, electronEnv: { TOLD: 'yes' }, say: (line) => told(line) })
  onTestFinished(() => window.end())
  return { window, lines, addressSaid }
}

test('a person closes the window', async () => {
  const folder = await temporaryFolder()
  const electron = await fakeProgram(join(folder, 'electron'), '#!/bin/sh\necho "$TOLD"; exit 0\n')
  const { window, lines } = show(folder, [way('electron', electron), way('browser', '/nowhere')])
  await window.closed
  expect(lines).toEqual(['Window: electron'])
})

test('a window program that fails gives way to the next, and why is said', async () => {
  const folder = await temporaryFolder()
  const electron = await fakeProgram(join(folder, 'electron'), '#!/bin/sh\necho library missing >&2; exit 127\n')
  const { lines, addressSaid } = show(folder, [way('electron', electron), way('browser', '/nowhere')])
  await addressSaid
  expect(lines).toEqual([
    'Window: electron',
    expect.stringMatching(/^Window: browser, because electron failed \(127, see .*electron\.log\)$/),
    expect.stringMatching(/^No window \(electron failed .*; browser failed \(spawn \/nowhere ENOENT.*open http/),
  ])
  expect(await readFile(join(folder, 'electron.log'), 'utf8')).toBe('library missing\n')
})

test('a browser that is killed is not a window that was closed', async () => {
  const folder = await temporaryFolder()
  const browser = await fakeProgram(join(folder, 'browser'), '#!/bin/sh\nkill -9 $$\n')
  const { lines, addressSaid } = show(folder, [way('browser', browser)])
  await addressSaid
  expect(lines[1]).toContain('SIGKILL')
})

test('the window ends when we end', async () => {
  const folder = await temporaryFolder()
  const browser = await fakeProgram(join(folder, 'browser'), '#!/bin/sh\nexec sleep 600\n')
  const { window, lines } = show(folder, [way('browser', browser)])
  await expect.poll(() => lines).toHaveLength(1)
  await window.end()
  await window.closed
  expect(lines).toHaveLength(1)
})
