import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

// scrypt with 32 MB a hash: memory-hard, in Node itself. The cost is written into the hash, so it can be
// raised later without locking anybody out.
const COST = { N: 32_768, r: 8, p: 1 } as const
const KEY_BYTES = 32
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/** Hashing and the log share the thread pool: a rush of sign-ins must leave threads for the disk. */
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

function derive(password: string, salt: Buffer, N: number, r: number, p: number): Promise<Buffer> {
  return limited(
    () =>
      new Promise((resolve, reject) =>
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  )
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST.N, COST.r, COST.p)
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || !salt || !key) return false
  const derived = await derive(password, Buffer.from(salt, 'base64url'), Number(N), Number(r), Number(p))
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'))
}

/** Compared against when the account does not exist, so that the answer takes as long. */
export const NOBODYS_HASH = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`
