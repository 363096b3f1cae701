/** What of this machine decides how a window can be shown; given in, so that tests can describe any machine. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  /** Browsers refuse their sandbox to the superuser of Linux. */
  superuser: boolean
}

export function hasDisplay({ platform, env }: Machine): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
