import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../../access/vault.ts'
import type { VaultEntry } from '../../log/storage.ts'

const secretKey = (channel: string) => `notice-secret:${channel}`
const tokenKey = (channel: string) => `notice-token:${channel}`
const digest = (token: string) => createHash('sha256').update(token).digest()

/** What channels need to be believed, and what gateways need to be believed by us: in the vault alone. */
export class ChannelSecrets {
  private readonly vault: Vault

  constructor(vault: Vault) {
    this.vault = vault
  }

  secretOf(channel: string): string | undefined {
    return this.vault.get(secretKey(channel))
  }

  hasToken(channel: string): boolean {
    return this.vault.get(tokenKey(channel)) !== undefined
  }

  isToken(channel: string, token: string): boolean {
    const stored = this.vault.get(tokenKey(channel))
    return stored !== undefined && timingSafeEqual(digest(token), Buffer.from(stored, 'base64url'))
  }

  static entries(channel: string, secret: string | null | undefined): VaultEntry[] {
    return secret === undefined ? [] : [{ key: secretKey(channel), value: secret }]
  }

  /** Random enough that a plain digest of it may be kept. */
  static newToken(channel: string): { token: string; entry: VaultEntry } {
    const token = randomBytes(24).toString('base64url')
    return { token, entry: { key: tokenKey(channel), value: digest(token).toString('base64url') } }
  }

  static forgotten(channel: string): VaultEntry[] {
    return [secretKey(channel), tokenKey(channel)].map((key) => ({ key, value: null }))
  }
}
