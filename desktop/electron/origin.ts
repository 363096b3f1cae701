/** Our own pages have an origin that no server of the network can have. */
export const SCHEME = 'app'
export const PAGE = 'app://ankan/'

export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}/` === PAGE
}
