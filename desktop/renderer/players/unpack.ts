/** Gzipped JSON. */
export async function unpackJson<T>(packed: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<T> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(stream).json()) as T
}

/** The same in Base64, as it rides in an answer. */
export function unpackText<T>(packed: string): Promise<T> {
  return unpackJson<T>(Uint8Array.from(atob(packed), (char) => char.charCodeAt(0)))
}
