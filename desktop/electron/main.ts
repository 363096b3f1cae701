import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, screen, session } from 'electron'
import packageJson from '../../package.json' with { type: 'json' }
import { startShell } from './shell.ts'

// Whoever started us is gone: so are we. An installed program has nobody and no channel.
process.on('disconnect', () => app.quit())

// No top-level await: Electron becomes ready only after this file has run. It runs as dist/electron/main.js.
void startShell(
  { app, BrowserWindow, dialog, ipcMain, protocol, screen, session },
  {
    dist: join(import.meta.dirname, '..'),
    env: process.env,
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    version: packageJson.version,
    report: (line) => process.stderr.write(`${line}\n`),
  },
)
