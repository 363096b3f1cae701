import { randomBytes } from 'node:crypto'
import type { Clock } from '#shared/time.ts'
import type { Vault } from '../../access/vault.ts'

const KEY = 'tiles:address'
/** Who was once told an address shall not read for ever. */
const RENEWED_AFTER_MS = 30 * 24 * 3_600_000

/**
 * The part of the tiles' address that nobody can guess. Kept over a restart: screens go on with what they show, and
 * browsers with what they have; where it cannot be kept it is another one after the next start.
 */
export async function addressKey(vault: Vault, clock: Clock): Promise<string> {
  const [made, key] = vault.get(KEY)?.split(' ') ?? []
  const age = clock.now() - Number(made)
  if (key !== undefined && age >= 0 && age < RENEWED_AFTER_MS) return key
  const fresh = randomBytes(18).toString('base64url')
  await vault.put([{ key: KEY, value: `${clock.now()} ${fresh}` }]).catch(() => {})
  return fresh
}
