import type { Plan } from '../../domain/plan.ts'
import { type Severity, severities } from '../../domain/severity.ts'
import { parseDuration, printDuration } from '../duration.ts'
import type { Complaint } from '../fault.ts'

/** Targets of the plan that want an issue answered or resolved sooner than the clock of its severity does. */
export function promises(plan: Plan): Complaint[] {
  return (plan.targets ?? []).flatMap(({ heading, lines }) =>
    lines.flatMap((line, index) => {
      const path = ['targets', ...(heading === '' ? [] : [heading]), index]
      return promisesIn(line, plan).flatMap(({ verb, severity, minutes }): Complaint[] => {
        const { respondMinutes, resolveMinutes } = plan.severities[severity]
        const clock = verb === 'answered' ? respondMinutes : resolveMinutes
        if (clock === null || clock <= minutes) return []
        const message = `this target wants ${severity} ${verb} in ${printDuration(minutes)}, and its clock leaves ${printDuration(clock)}`
        return [{ path, rule: 'clocks', message }]
      })
    }),
  )
}

type Promised = { readonly verb: 'answered' | 'resolved'; readonly severity: Severity; readonly minutes: number }

const bound =
  /(?:[<≤]=?|\b(?:under|within|in|less than|at most|up to)\b)\s*(\d{1,4})[\s-]*(min|m|hour|hr|h|day|d|week|w)[a-z]*/iu

/** `<4 hours critical, <24 hours high` promises two things. */
function promisesIn(line: string, plan: Plan): Promised[] {
  const verb = /\brespon(?:d|se)/iu.test(line) ? 'answered' : /\bresol(?:ve|ution)/iu.test(line) ? 'resolved' : null
  if (verb === null) return []
  return line.split(/[,;]/).flatMap((piece) => {
    const [, count, unit = ''] = bound.exec(piece) ?? []
    const minutes = count === undefined ? null : parseDuration(`${count}${unit.charAt(0)}`)
    if (minutes === null) return []
    return severities
      .filter((severity) => speaksOf(piece, severity, plan))
      .map((severity) => ({ verb, severity, minutes }))
  })
}

/** By its own name or the plan's, where that stands for issues: `critical issues`, and not `high load`. */
function speaksOf(piece: string, severity: Severity, plan: Plan): boolean {
  const words = ` ${wordsOf(piece)} `
  return [severity, plan.severities[severity].name].some((name) => {
    const [, behind] = words.split(` ${wordsOf(name)} `, 2)
    return behind !== undefined && /^(?:$|(?:issue|incident|problem|ticket|bug|alert|case|priority)s?\b)/u.test(behind)
  })
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
