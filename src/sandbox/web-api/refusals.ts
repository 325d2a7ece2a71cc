import type { Finding } from '../limits/rules.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'

/** Slack's answer to a message's blocks or a view that break a limit; a total limit has an error of its own. */
export function refuseFindings(
  findings: readonly Finding[],
  error: 'invalid_blocks' | 'invalid_arguments',
  prefix = '',
): void {
  if (findings.length === 0) return
  const own = findings.every((one) => one.error !== undefined) ? findings[0]?.error : undefined
  throw new Refused(own ?? error, describe(findings, prefix))
}

export function describe(findings: readonly Finding[], prefix: string): Json {
  const errors = findings.map(({ code, message, pointer, constraint }) => ({
    code,
    message,
    pointer: prefix + pointer,
    constraint,
  }))
  const messages = errors.map((one) => `[ERROR] ${one.message} [json-pointer:${one.pointer}]`)
  return { errors, response_metadata: { messages } }
}
