import { z } from 'zod'

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
})
export type Bounds = z.infer<typeof Bounds>

/** A window as it stood when it was last touched. */
export const KeptWindow = z.object({
  screen: z.enum(['desk', 'big']).optional(),
  bounds: Bounds,
  /** The display's own number, as the system gives it. */
  display: z.number(),
  fullscreen: z.boolean(),
})
export type KeptWindow = z.infer<typeof KeptWindow>

/** What somebody sets on this machine, for this machine. */
export const MachineSettings = z.object({
  /** Absent: a server of its own is started. */
  server: z.url({ protocol: /^https?$/ }).optional(),
  kiosk: z.boolean().default(false),
  autostart: z.boolean().default(false),
})
export type MachineSettings = z.infer<typeof MachineSettings>
