import { z } from 'zod'

/** Of lists that are told newest first, page by page. */
export const page = {
  /** Entries older than this one, for the next page. */
  before: z.number().int().positive().optional(),
  limit: z.number().int().min(1).max(500).default(100),
}
