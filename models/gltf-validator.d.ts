/** The package brings no types; this is the part that the tests use. */
declare module 'gltf-validator' {
  export interface Message {
    code: string
    message: string
    /** 0 error, 1 warning, 2 information, 3 hint. */
    severity: number
    pointer?: string
  }
  export function validateBytes(data: Uint8Array): Promise<{ issues: { messages: Message[] } }>
}
