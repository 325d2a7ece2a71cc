import type { Fate } from './fates.ts'

/** What became of one call of the Web API that did not succeed. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  readonly method: string
  readonly fate: Fate

  constructor(method: string, fate: Fate, cause: unknown) {
    super(`${method}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.method = method
    this.fate = fate
  }
}

/** Nobody could be asked whether an earlier post arrived. */
export class LookFailed extends Error {
  override readonly name = 'LookFailed'
}
