import { hashes, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

// A page of a plain http address has no cryptography of its own.
hashes.sha512 = sha512

/** What people compare of a key: sixteen signs in four groups. */
export function fingerprintOf(key: Uint8Array): string {
  return bytesToHex(sha256(key)).slice(0, 16).toUpperCase().match(/.{4}/g)?.join('-') ?? ''
}

export function digestOf(content: Uint8Array): string {
  return bytesToHex(sha256(content))
}

/** Whether whoever holds the key has signed this very content. */
export function isSigned(content: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  try {
    return verify(signature, content, key)
  } catch {
    return false
  }
}

/** Undefined: it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
