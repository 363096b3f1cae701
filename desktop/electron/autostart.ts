import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'

export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** The program to start. */
  program: string
}

/** Starts with the computer, or no longer. Linux desktops read a file; the other systems are told. */
export async function setAutostart(
  app: Pick<App, 'setLoginItemSettings'>,
  on: boolean,
  machine: Machine,
): Promise<void> {
  const { platform, env, program } = machine
  if (platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: on })
  const folder = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'autostart')
  const file = join(folder, 'ankan.desktop')
  if (!on) return rm(file, { force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(file, desktopEntry(env.APPIMAGE || program))
}

/** An unpacked image moves each time: the file it came from does not. Quoted as the desktop entry specification asks. */
function desktopEntry(program: string): string {
  const quoted = program.replaceAll(/[\\"`$]/g, '\\$&').replaceAll('%', '%%')
  return `[Desktop Entry]\nType=Application\nName=Ankan\nName[zh_CN]=安瞰\nExec="${quoted}"\nX-GNOME-Autostart-enabled=true\n`
}
