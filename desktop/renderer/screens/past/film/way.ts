/** What this browser can make a film with. */
export interface Ability {
  /** WebCodecs: each picture as long as it takes. Only where the page came over a secure connection, or from this machine. */
  codecs: readonly string[]
  /** MediaRecorder: types that it writes. */
  types: readonly string[]
}

/** `codecs`: picture by picture; `recorder`: while it is shown. */
export type FilmWay = { kind: 'codecs'; codec: 'vp9' | 'vp8' } | { kind: 'recorder'; type: string }

export const RECORDER_TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'] as const
export const FILM_CODECS = ['vp9', 'vp8'] as const

/** The best there is; undefined: none. */
export function chooseWay({ codecs, types }: Ability): FilmWay | undefined {
  const codec = FILM_CODECS.find((one) => codecs.includes(one))
  if (codec) return { kind: 'codecs', codec }
  const type = RECORDER_TYPES.find((one) => types.includes(one))
  return type === undefined ? undefined : { kind: 'recorder', type }
}

const NAMES = { vp9: 'vp09.00.40.08', vp8: 'vp8' } as const

/** What this page may use. */
export async function abilityHere(width: number, height: number): Promise<Ability> {
  const codecs: string[] = []
  if (typeof VideoEncoder === 'function')
    for (const codec of FILM_CODECS) {
      const config = { codec: NAMES[codec], width, height, bitrate: 1_000_000 }
      const told = await VideoEncoder.isConfigSupported(config).catch(() => undefined)
      if (told?.supported) codecs.push(codec)
    }
  const records = typeof MediaRecorder === 'function' && 'captureStream' in HTMLCanvasElement.prototype
  return { codecs, types: records ? RECORDER_TYPES.filter((type) => MediaRecorder.isTypeSupported(type)) : [] }
}
