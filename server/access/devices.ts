import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { VaultEntry } from '../log/storage.ts'
import type { Vault } from './vault.ts'

// A device secret is 32 random bytes: nothing to guess, so one fast digest is as good as a slow one, and
// five thousand devices can come back at once.
const digest = (secret: string) => createHash('sha256').update(secret).digest()

export class DeviceSecrets {
  private readonly vault: Vault

  constructor(vault: Vault) {
    this.vault = vault
  }

  verify(device: string, secret: string): boolean {
    const stored = this.vault.get(keyOf(device))
    return stored !== undefined && timingSafeEqual(digest(secret), Buffer.from(stored, 'base64url'))
  }

  has(device: string): boolean {
    return this.vault.get(keyOf(device)) !== undefined
  }

  /** The right secret of a device that is retired: it is told so, and nobody else is. */
  wasRight(device: string, secret: string): boolean {
    const stored = this.vault.get(retiredKeyOf(device))
    return stored !== undefined && timingSafeEqual(digest(secret), Buffer.from(stored, 'base64url'))
  }

  /** The rows that take the secret of a retired device out of force, and let it be known again. */
  static retired(vault: Vault, device: string): VaultEntry[] {
    const value = vault.get(keyOf(device))
    return value === undefined ? [] : [DeviceSecrets.entry(device, null), { key: retiredKeyOf(device), value }]
  }

  static forgotten(device: string): VaultEntry[] {
    return [{ key: retiredKeyOf(device), value: null }]
  }

  static fresh(): string {
    return randomBytes(32).toString('base64url')
  }

  /** The row that makes `secret` the one of `device`; null takes it away. */
  static entry(device: string, secret: string | null): VaultEntry {
    return { key: keyOf(device), value: secret === null ? null : digest(secret).toString('base64url') }
  }
}

function keyOf(device: string): string {
  return `device:${device}`
}

function retiredKeyOf(device: string): string {
  return `retired-device:${device}`
}
