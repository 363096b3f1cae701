import { AnkanError } from '#shared/errors.ts'
import type { Vault } from '../access/vault.ts'
import type { EventLog } from '../log/log.ts'

const MARK = 'demonstration'

/** A folder is a demonstration's or a real site's, for ever: accounts that everybody knows must not come to a real one. */
export async function keepApart(log: EventLog, vault: Vault, demonstration: boolean): Promise<void> {
  const was = vault.get(MARK) !== undefined
  if (was === demonstration) return
  if (demonstration && log.told.seq === 0) return vault.put([{ key: MARK, value: '1' }])
  throw new AnkanError(
    'start.setting-invalid',
    {},
    was
      ? 'this data folder holds a demonstration: give the site a folder of its own with --data DIR'
      : 'this data folder holds a real site: name it with --site DIR, or give the demonstration another folder with --data DIR',
  )
}
