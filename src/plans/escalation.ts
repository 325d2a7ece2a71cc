import { z } from 'zod'
import { breachRules, type Rung } from '../domain/escalation.ts'
import type { Path, Report } from './fault.ts'
import { duration, line } from './fields.ts'
import { given } from './given.ts'
import { isMap, listOf, shaped } from './shape.ts'

export const rungForm = z.strictObject({
  role: line,
  after: duration.optional(),
  on: z.enum(breachRules, { error: `must be ${breachRules.join(' or ')}` }).optional(),
})

/** Roles or people, each alone or with the rule by which it is asked. */
export function readEscalation(said: unknown, path: Path, report: Report): readonly Rung[] {
  return (listOf(said, path, report) ?? []).flatMap((rung, index): readonly Rung[] => {
    const inner = [...path, index]
    if (!isMap(rung)) return readName(rung, inner, report)
    const form = shaped(rungForm, rung, inner, report)
    if (!form) return []
    const { role, after: afterMinutes, on } = form
    return [afterMinutes === undefined && on === undefined ? role : { role, ...given({ afterMinutes, on }) }]
  })
}

function readName(said: unknown, path: Path, report: Report): readonly string[] {
  const read = line.safeParse(said)
  if (read.success) return [read.data]
  if (said !== undefined)
    report({ path, rule: 'value', message: 'a level is a role, a person, or { role: …, after: 30m, on: breach }' })
  return []
}
