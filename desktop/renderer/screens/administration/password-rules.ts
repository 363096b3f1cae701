export const LONGEST_PASSWORD = 200

/** What the server asks of a password, so that one knows before it refuses. */
export const passwordRules = {
  long: (password: string) => password.length >= 10,
  varied: (password: string) => new Set(password).size >= 5,
  notAccount: (password: string, account: string) =>
    password !== '' && (account === '' || !password.toLowerCase().includes(account)),
} as const
export type PasswordRule = keyof typeof passwordRules

export function unmet(password: string, account: string): PasswordRule[] {
  return (Object.keys(passwordRules) as PasswordRule[]).filter((rule) => !passwordRules[rule](password, account))
}

/** Nothing that is mistaken for another when it is read aloud or from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty random letters in groups, good for a first password. */
export function generatePassword(account: string): string {
  for (;;) {
    const random = crypto.getRandomValues(new Uint8Array(64)).filter((n) => n < LETTERS.length * 8)
    const letters = Array.from(random.slice(0, 20), (n) => LETTERS[n % LETTERS.length])
    const password = letters.join('').replace(/(.{5})(?=.)/g, '$1-')
    if (letters.length === 20 && unmet(password, account).length === 0) return password
  }
}
