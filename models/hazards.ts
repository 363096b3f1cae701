/** What spreads from where it began to what is near, and can be noticed there. */
export interface Hazard {
  of: 'fire' | 'gas'
  /** Seconds that it has to be there before this kind notices: heat comes after smoke, a hand on the button after that. */
  after: number
}
