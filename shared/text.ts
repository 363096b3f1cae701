import { z } from 'zod'

/** A text in both languages. */
export const Text = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) })
export type Text = z.infer<typeof Text>
