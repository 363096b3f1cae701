import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { fingerprintOf } from '#shared/bundle/seal.ts'
import type { Vault } from '../../access/vault.ts'

const KEY = 'history:sealing-key'

/** What this center seals its exports with. Made when it is needed first; the secret half never leaves the vault. */
export class SealingKey {
  private readonly vault: Vault
  private making: Promise<KeyObject> | undefined

  constructor(vault: Vault) {
    this.vault = vault
  }

  async sign(content: Uint8Array): Promise<Buffer> {
    return sign(null, content, await this.secret())
  }

  async open(): Promise<{ public: string; fingerprint: string }> {
    const { x = '' } = createPublicKey(await this.secret()).export({ format: 'jwk' })
    const bytes = Buffer.from(x, 'base64url')
    return { public: bytes.toString('base64'), fingerprint: fingerprintOf(bytes) }
  }

  private secret(): Promise<KeyObject> {
    this.making ??= this.take().catch((error) => {
      this.making = undefined
      throw error
    })
    return this.making
  }

  private async take(): Promise<KeyObject> {
    const kept = this.vault.get(KEY)
    if (kept !== undefined) return createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' })
    const { privateKey } = generateKeyPairSync('ed25519')
    const value = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    // What is sealed today must be known as ours tomorrow: without a kept key nothing is.
    await this.vault.put([{ key: KEY, value }])
    return privateKey
  }
}
