/** Gzipped JSON. */
export async function unpackJson<T>(packed: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<T> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(stream).json()) as T
}

/** The same in Base64, as it rides in an answer. */
export function unpackText<T>(packed: string): Promise<T> {
  const text = atob(packed)
  const bytes = new Uint8Array(text.length)
  // A loop, because what calls back for each byte takes ten times as long, and a whole world is hundreds of thousands.
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return unpackJson<T>(bytes)
}
