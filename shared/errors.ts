/**
 * Every refusal the system can give, with the HTTP status it maps to. Screens hold one text per code and
 * language (a test fails on a missing one), so a code is never reused for another meaning.
 */
export const errorCodes = {
  'access.denied': 403,
  'access.ended': 401,
  'access.expired': 401,
  'access.locked': 429,
  'access.required': 401,
  'access.too-many-attempts': 429,
  'access.too-many-sessions': 403,
  'access.wrong': 401,
  'account.changed': 409,
  'account.exists': 409,
  'account.last-administrator': 409,
  'account.unknown': 404,
  'alarm.already-acknowledged': 409,
  'alarm.aside': 409,
  'alarm.latched': 409,
  'alarm.not-acknowledged': 409,
  'alarm.not-closed': 409,
  'alarm.not-latched': 409,
  'alarm.same': 409,
  'alarm.still-there': 409,
  'alarm.unknown': 404,
  'aside.too-many': 409,
  'aside.unknown': 404,
  'assignee.unknown': 404,
  'call.file': 400,
  'bookmark.not-yours': 403,
  'bookmark.too-many': 409,
  'bookmark.unknown': 404,
  'call.unknown': 404,
  'channel.changed': 409,
  'channel.in-use': 409,
  'channel.pointless': 400,
  'channel.unknown': 404,
  'command.input': 400,
  'command.unknown': 400,
  'connector.changed': 409,
  'connector.misunderstood': 400,
  'connector.pointless': 400,
  'connector.too-many': 409,
  'connector.unknown': 404,
  'delivery.unknown': 404,
  'device.away': 409,
  'device.dates': 400,
  'device.deaf': 409,
  'device.changed': 409,
  'device.exists': 409,
  'device.retired': 410,
  'device.unknown': 404,
  'event.unknown': 500,
  'happening.too-many': 429,
  'happening.unknown': 400,
  'gateway.in-use': 409,
  'gateway.unknown': 400,
  'import.busy': 409,
  'import.outdated': 409,
  'import.unknown': 404,
  'import.wrong': 409,
  'hand-over.not-yours': 403,
  'hand-over.taken': 409,
  'hand-over.to-oneself': 400,
  'hand-over.unknown': 404,
  'input.invalid': 400,
  'input.malformed': 400,
  'input.too-large': 413,
  internal: 500,
  'kind.unknown': 400,
  'layout.too-many': 409,
  'layout.unknown': 404,
  'linkage.changed': 409,
  'linkage.loop': 409,
  'linkage.nobody': 409,
  'linkage.nothing-back': 409,
  'linkage.pointless': 400,
  'linkage.too-many': 409,
  'linkage.unknown': 404,
  'metric.unknown': 400,
  'notice.too-many': 409,
  'order.decided': 409,
  'order.own': 403,
  'order.under-way': 409,
  'order.unknown': 404,
  'password.weak': 400,
  'place.file-unknown': 404,
  'place.too-far': 400,
  'place.unknown': 400,
  'protocol.mismatch': 400,
  'reading.invalid': 400,
  'receipt.late': 410,
  'reading.out-of-time': 400,
  'history.busy': 429,
  'history.not-shared': 409,
  'history.to-come': 400,
  'history.unavailable': 503,
  'recording.busy': 409,
  'recording.gone': 410,
  'recording.not-ready': 409,
  'recording.outdated': 409,
  'recording.pointless': 400,
  'recording.speaks': 409,
  'recording.too-many': 409,
  'recording.unknown': 404,
  'recording.wrong-rows': 409,
  'route.changed': 409,
  'route.pointless': 400,
  'route.unknown': 404,
  'replay.full': 409,
  'replay.led': 409,
  'replay.not-leading': 403,
  'replay.not-there': 409,
  'replay.too-many': 409,
  'replay.unknown': 404,
  'rule.changed': 409,
  'rule.pointless': 400,
  'rule.unknown': 404,
  'session.unknown': 404,
  'setup.code-wrong': 403,
  'setup.done': 409,
  'shifts.changed': 409,
  'site.damaged': 500,
  'start.folder-in-use': 500,
  'start.folder-not-writable': 500,
  'start.port-in-use': 500,
  'start.setting-invalid': 500,
  'storage.damaged': 500,
  'storage.full': 507,
  'storage.newer': 500,
  'storage.read-only': 503,
  'topic.denied': 403,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorCodes

/** What a refusal looks like on the wire, on every way in. */
export interface Refusal {
  code: ErrorCode
  message: string
  details?: Record<string, unknown>
}

export class AnkanError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, details: Record<string, unknown> = {}, message?: string, cause?: unknown) {
    super(message ?? code, cause === undefined ? undefined : { cause })
    this.name = 'AnkanError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return errorCodes[this.code]
  }

  toRefusal(): Refusal {
    return { code: this.code, message: this.message, details: this.details }
  }
}

/** Reads well at the end of `??`: `world.alarms.get(id) ?? refuse('alarm.unknown', { id })`. */
export function refuse(code: ErrorCode, details?: Record<string, unknown>, message?: string): never {
  throw new AnkanError(code, details, message)
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value)
}

/** Whatever was thrown becomes a refusal that tells the caller nothing about our inside. */
export function toAnkanError(thrown: unknown): AnkanError {
  return thrown instanceof AnkanError ? thrown : new AnkanError('internal', {}, 'internal error', thrown)
}
