import { z } from 'zod'
import type { Ritual } from '../domain/plan.ts'
import type { Path, Report } from './fault.ts'
import { duration, line, place, prose, severity } from './fields.ts'
import { readRitual } from './ritual.ts'
import { entriesOf, isMap, shaped, unknownMessage } from './shape.ts'

export const procedureForm = z.strictObject({
  title: line.optional(),
  takes: duration.optional(),
  limit: duration.optional(),
  owner: line.optional(),
  channel: place.optional(),
  severity: severity.optional(),
  'if-failed': prose.optional(),
  items: z.unknown().optional(),
  sections: z.unknown().optional(),
  report: z.unknown().optional(),
})

/** Procedures are rituals that nobody has to wait for; their names stand beside those of the rituals. */
export function readProcedures(said: unknown, rituals: readonly Ritual[], report: Report): Ritual[] {
  const path = ['procedures']
  return (entriesOf(said, path, report) ?? []).flatMap(([id, procedure]) => {
    const inner = [...path, id]
    if (rituals.some((ritual) => ritual.id === id))
      report({
        path: inner,
        rule: 'name',
        message: `there is a ritual called "${id}" already: name it otherwise`,
        key: true,
      })
    return readProcedure(id, procedure, inner, report) ?? []
  })
}

function readProcedure(id: string, said: unknown, path: Path, report: Report): Ritual | null {
  const form = shaped(procedureForm, said, path, report)
  const known = Object.entries(isMap(said) ? said : {}).filter(([key]) => key in procedureForm.shape && key !== 'limit')
  const steps = startedTogether(Object.fromEntries(known), path, report)
  const ritual = readRitual(id, { ...steps, every: 'on demand' }, path, report)
  return form && ritual && { ...ritual, openForMinutes: form.limit ?? null, procedure: true }
}

const ofTheirOwn = ['every', 'open-for', 'on-holiday']

/** Without what only a section that falls due by itself says. */
function startedTogether(said: Record<string, unknown>, path: Path, report: Report): Record<string, unknown> {
  if (!Array.isArray(said.sections)) return said
  const sections = said.sections.map((section: unknown, index) => {
    if (!isMap(section)) return section
    for (const key of ofTheirOwn) {
      const message = `a procedure is started when it is needed, and its sections with it: leave "${key}" out`
      if (key in section) report({ path: [...path, 'sections', index, key], rule: 'content', message, key: true })
    }
    return Object.fromEntries(Object.entries(section).filter(([key]) => !ofTheirOwn.includes(key)))
  })
  return { ...said, sections }
}

/** A severity that has steps names one of the procedures. */
export function checkProcedures(plan: Record<string, unknown>, report: Report): void {
  const known = isMap(plan.procedures) ? Object.keys(plan.procedures) : []
  for (const [severity, rule] of Object.entries(isMap(plan.severities) ? plan.severities : {})) {
    const named = isMap(rule) ? rule.procedure : undefined
    if (typeof named !== 'string' || known.includes(named.trim())) continue
    const message = unknownMessage('procedure', named, known)
    report({ path: ['severities', severity, 'procedure'], rule: 'unknown-procedure', message })
  }
}
