import type { Json } from './protocol.ts'
import type { RuleName } from './rules/platform-rules.ts'

type More = { readonly retryAfterSeconds?: number | undefined; readonly rule?: RuleName }

/** A Web API method's answer other than ok: thrown by methods, answered as `{ ok: false, error }`. */
export class Refused extends Error {
  readonly code: string
  readonly details: Json
  readonly retryAfterSeconds: number | undefined
  /** The row that refuses, where nothing could go on without what it asks for. */
  readonly rule: RuleName | undefined

  constructor(code: string, details: Json = {}, { retryAfterSeconds, rule }: More = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.details = details
    this.retryAfterSeconds = retryAfterSeconds
    this.rule = rule
  }
}
