import { z } from 'zod'
import type { Bound } from '../domain/cadence/cadence.ts'
import { isDate } from '../domain/cadence/days.ts'
import { parseOffset } from '../domain/cadence/phrase-bounds.ts'
import type { Notes, PlanPhase } from '../domain/plan-facts.ts'
import type { Path, Report } from './fault.ts'
import { line } from './fields.ts'
import { given } from './given.ts'
import { isMap, listOf, shaped } from './shape.ts'

export const bound = z.string({ error: 'must be a date' }).transform((text, context): Bound => {
  const read = isDate(text.trim()) ? text.trim() : parseOffset(text.trim())
  if (read === null) context.addIssue('must be a date such as 2026-12-01, or a time after the launch such as T+1w')
  return read ?? z.NEVER
})

export const phaseForm = z.strictObject({
  title: line,
  from: bound,
  to: bound.optional(),
  focus: line.optional(),
  monitoring: line.optional(),
})

export function readPhases(said: unknown, report: Report): readonly PlanPhase[] | undefined {
  const phases = (listOf(said, ['phases'], report) ?? []).flatMap((one, index) => {
    const form = shaped(phaseForm, one, ['phases', index], report)
    if (!form) return []
    const { title, from, ...more } = form
    return [{ title, from, ...given(more) }]
  })
  return phases.length > 0 ? phases : undefined
}

/** A list of lines, or lists under headings. */
export function readNotes(said: unknown, key: string, report: Report): Notes | undefined {
  if (said === undefined) return undefined
  if (!isMap(said)) {
    const lines = readLines(said, [key], report)
    return lines.length > 0 ? [{ heading: '', lines }] : undefined
  }
  const notes = Object.entries(said).map(([heading, lines]) => ({
    heading,
    lines: readLines(lines, [key, heading], report),
  }))
  return notes.length > 0 ? notes : undefined
}

function readLines(said: unknown, path: Path, report: Report): readonly string[] {
  return (listOf(said, path, report) ?? []).flatMap((one, index) => {
    const read = line.safeParse(one)
    if (read.success) return [read.data]
    if (one !== undefined)
      report({
        path: [...path, index],
        rule: 'value',
        message: 'must be one line of text: put a line with a colon in quotes',
      })
    return []
  })
}
