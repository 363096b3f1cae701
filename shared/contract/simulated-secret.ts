import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** The secret of a simulated device: made from the demonstration's one key, by the server and the simulator alike. */
export function simulatedSecret(key: string, device: string): string {
  const bytes = hmac(sha256, utf8ToBytes(key), utf8ToBytes(device))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
