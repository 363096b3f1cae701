/** The package brings no types; this is the part that the tests use. */
declare module 'gltf-validator' {
  export interface Message {
    code: string
    message: string
    /** 0 error, 1 warning, 2 information, 3 hint. */
    severity: number
    pointer?: string
  }
  export interface Options {
    externalResourceFunction?: (uri: string) => Promise<Uint8Array>
  }
  export function validateBytes(data: Uint8Array, options?: Options): Promise<{ issues: { messages: Message[] } }>
}
