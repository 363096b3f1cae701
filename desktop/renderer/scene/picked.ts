/** What a thing of the scene stands for: found alike in both scenes. */
export interface Picked {
  kind: 'alarm' | 'device' | 'building' | 'room' | 'place' | 'meeting'
  id: string
}
