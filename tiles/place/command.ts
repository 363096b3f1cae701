/** What a person types after `npm run place --`. */
export interface Command {
  name: string
  /** One line in the list of all commands. */
  line: string
  help: string
  /** Returns the exit code. */
  run(args: string[], terminal: Terminal): Promise<number>
}

export interface Terminal {
  say(line: string): void
  /** Mistakes and progress: apart from what a program may want to read. */
  warn(line: string): void
  /** One line that is written over; where lines cannot be, one now and then. */
  progress(text: string): void
  /** Raised by Ctrl+C: what is half done is undone. */
  signal: AbortSignal
}

/** The command line is wrong; its message is meant for the person who typed it. */
export class WrongUsage extends Error {}

export const GOOD = 0
export const FAILED = 1
export const WRONG_USAGE = 2
