import { lengthOf, type Pattern } from './patterns.ts'

/** `blocked`: the browser lets nothing be heard before somebody has clicked. */
export type SpeakerState = 'ready' | 'blocked' | 'none'

/** In this time a context that may sound does. */
const STARTS_WITHIN_MS = 400
/** Without a ramp each note would begin and end with a click. */
const RAMP_SECONDS = 0.012

/** Makes tones, needs no files, and takes no processor time while it is silent. */
export class Speaker {
  state: SpeakerState = typeof AudioContext === 'undefined' ? 'none' : 'ready'
  private readonly changed: (state: SpeakerState) => void
  private context: AudioContext | undefined
  private silentFrom = 0
  private singing: GainNode | undefined

  constructor(changed: (state: SpeakerState) => void) {
    this.changed = changed
  }

  async play(pattern: Pattern, volume: number): Promise<void> {
    const context = await this.awake()
    if (!context) return
    const gain = context.createGain()
    // Ears hear by ratios: half way on the slider is half as loud.
    gain.gain.value = volume ** 2 * pattern.strength
    gain.connect(context.destination)
    this.singing = gain
    const began = context.currentTime + 0.03
    for (const { at, lasts, hz } of pattern.notes) sing(context, gain, began + at / 1000, lasts / 1000, hz)
    const ms = lengthOf(pattern) + 150
    this.silentFrom = performance.now() + ms
    setTimeout(() => void this.rest(gain), ms)
  }

  /** At once, in the middle of a note. */
  hush(): void {
    if (this.context && this.singing) this.singing.gain.setTargetAtTime(0, this.context.currentTime, RAMP_SECONDS)
    this.singing = undefined
  }

  /** The first click of somebody: from now on it may be heard. */
  async touched(): Promise<void> {
    if (this.state === 'blocked') await this.awake()
  }

  private async awake(): Promise<AudioContext | undefined> {
    if (this.state === 'none') return undefined
    try {
      this.context ??= new AudioContext()
      const { context } = this
      if (context.state !== 'running')
        await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, STARTS_WITHIN_MS))])
      this.tell(context.state === 'running' ? 'ready' : 'blocked')
      return this.state === 'ready' ? context : undefined
    } catch {
      // No loudspeaker, or none that may be had.
      this.tell('none')
      return undefined
    }
  }

  private async rest(gain: GainNode): Promise<void> {
    gain.disconnect()
    if (performance.now() >= this.silentFrom && this.context?.state === 'running') await this.context.suspend()
  }

  private tell(state: SpeakerState): void {
    if (state === this.state) return
    this.state = state
    this.changed(state)
  }
}

/** A tone with two overtones: small speakers, and old ears, hear those where they miss the ground tone. */
function sing(context: AudioContext, out: AudioNode, from: number, seconds: number, hz: number): void {
  for (const [part, share] of [
    [1, 0.6],
    [2, 0.25],
    [3, 0.15],
  ] as const) {
    const tone = context.createOscillator()
    const ramp = context.createGain()
    tone.frequency.value = hz * part
    ramp.gain.setValueAtTime(0, from)
    ramp.gain.linearRampToValueAtTime(share, from + RAMP_SECONDS)
    ramp.gain.setValueAtTime(share, from + seconds - RAMP_SECONDS)
    ramp.gain.linearRampToValueAtTime(0, from + seconds)
    tone.connect(ramp).connect(out)
    tone.start(from)
    tone.stop(from + seconds)
  }
}
