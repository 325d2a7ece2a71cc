import type { Json } from './protocol.ts'

/** A Web API method's answer other than ok: thrown by methods, answered as `{ ok: false, error }`. */
export class Refused extends Error {
  readonly code: string
  readonly details: Json
  readonly retryAfterSeconds: number | undefined

  constructor(code: string, details: Json = {}, retryAfterSeconds?: number) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.details = details
    this.retryAfterSeconds = retryAfterSeconds
  }
}
