import type { Death } from './children/death.ts'

const at =
  (edge: Death['edge']) =>
  (like: RegExp, time = 1): Death => ({ edge, like: like.source, time })

/** A statement stands ready to be sent. */
export const statement = at('statement')
/** Everything of a transaction is written, nothing is committed. */
export const uncommitted = at('commit')
/** A transaction is committed; nobody has heard of it. */
export const committed = at('committed')
/** A request to Slack stands ready to be sent. */
export const request = at('request')
/** Slack has done it; its answer has arrived and was not read. */
export const answer = at('answer')
