import type { AnkanError, ErrorCode } from '#shared/errors.ts'

/** What the person at the machine can do about it; nobody else can be asked in a closed network. */
const remedies: Partial<Record<ErrorCode, string>> = {
  'site.damaged': 'Correct the file that is named above, or write the site folder anew.',
  'start.folder-in-use': 'End the other server first, or give this one a folder of its own with --data DIR.',
  'start.folder-not-writable': 'Give this user the right to write there, or name another folder with --data DIR.',
  'start.port-in-use': 'End the program that uses it, or choose another port with --port N and --mqtt-port N.',
  'start.setting-invalid': 'Correct the setting that is named above.',
  'storage.damaged':
    'Do not delete it. Stop the server, copy the whole data folder away, then put back the newest backup of the folder, ' +
    'or move the damaged file aside to begin with an empty one.',
  'storage.full': 'Free some space on that disk and start again.',
  'storage.newer':
    'This folder was used by a newer Ankan. Start that version, or put back the backup made before the update.',
  'storage.read-only': 'See whether the disk is mounted writable and healthy, and whether this user may write there.',
}

export function remedyFor(error: AnkanError): string {
  return remedies[error.code] ?? 'This is a fault in Ankan itself. Keep the lines above for whoever looks after it.'
}
