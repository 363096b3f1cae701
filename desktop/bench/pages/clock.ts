/** Two o'clock of a summer afternoon where the demonstration lies: the light is the same whenever one measures. */
export const AFTERNOON = Date.UTC(2026, 5, 12, 6)
/** Readings are of later than the clock ever shows: nothing falls silent while it is measured. */
export const HEARD_AT = AFTERNOON + 3_600_000
