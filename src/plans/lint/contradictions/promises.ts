import type { Plan } from '../../../domain/plan.ts'
import { type Severity, type SeverityRules, severities } from '../../../domain/severity.ts'
import { parseDuration, printDuration } from '../../duration.ts'
import type { Complaint } from '../../fault.ts'

/** Targets of the plan that want an issue answered or resolved sooner than the clock of its severity does. */
export function promises(plan: Plan): Complaint[] {
  return (plan.targets ?? []).flatMap(({ heading, lines }) =>
    lines.flatMap((line, index) => {
      const path = ['targets', ...(heading === '' ? [] : [heading]), index]
      return promisesIn(line, plan).flatMap(({ what, verb, severity, minutes }): Complaint[] => {
        const clock = clockOf(plan.severities, severity, verb)
        if (clock === null || clock <= minutes) return []
        const whose = what === severity ? 'its clock' : `the clock of ${severity}`
        const message = `this target wants ${what} ${verb} in ${printDuration(minutes)}, and ${whose} leaves ${printDuration(clock)}`
        return [{ path, rule: 'clocks', message }]
      })
    }),
  )
}

/** What a clock is of. */
export type Verb = 'answered' | 'resolved'

export function verbIn(text: string): Verb | null {
  if (/\brespon(?:d|se)/iu.test(text)) return 'answered'
  return /\bresol(?:ve|ution)/iu.test(text) ? 'resolved' : null
}

/** By its own name or the plan's, where that stands for issues: `critical issues`, and not `high load`. */
export function severitiesIn(text: string, plan: Plan): readonly Severity[] {
  const words = ` ${wordsOf(text)} `
  return severities.filter((severity) =>
    [severity, plan.severities[severity].name].some((name) => {
      const [, behind] = words.split(` ${wordsOf(name)} `, 2)
      return (
        behind !== undefined && /^(?:$|(?:issue|incident|problem|ticket|bug|alert|case|priority)s?\b)/u.test(behind)
      )
    }),
  )
}

export function clockOf(rules: SeverityRules, severity: Severity, verb: Verb): number | null {
  const { respondMinutes, resolveMinutes } = rules[severity]
  return verb === 'answered' ? respondMinutes : resolveMinutes
}

/** `what` is the severity, or every issue: then it is the slowest one's clock that counts. */
type Promised = {
  readonly what: string
  readonly verb: Verb
  readonly severity: Severity
  readonly minutes: number
}

const bound =
  /(?:[<≤]=?|\b(?:under|within|in|less than|at most|up to)\b)\s*(\d{1,4})[\s-]*(min|m|hour|hr|h|day|d|week|w)[a-z]*/iu
/** A word more may mean the issues of somebody, or an average. */
const ofEveryIssue = /^(?:(?:all|every|each|the|to|of|time|response|respond|resolution|resolved?|issues?) )+$/u

/** `<4 hours critical, <24 hours high` promises two things. */
function promisesIn(line: string, plan: Plan): Promised[] {
  const verb = verbIn(line)
  if (verb === null) return []
  return line.split(/[,;]/).flatMap((piece) => {
    const [, count, unit = ''] = bound.exec(piece) ?? []
    const minutes = count === undefined ? null : parseDuration(`${count}${unit.charAt(0)}`)
    if (minutes === null) return []
    const named = severitiesIn(piece, plan).map((severity) => ({ what: severity, severity }))
    const meant = isOfEveryIssue(line) ? [{ what: 'every issue', severity: slowest(plan.severities, verb) }] : named
    return meant.map((one) => ({ ...one, verb, minutes }))
  })
}

function isOfEveryIssue(line: string): boolean {
  const words = wordsOf(line.replace(bound, ''))
  return /\bissue/u.test(words) && ofEveryIssue.test(`${words} `)
}

function slowest(rules: SeverityRules, verb: Verb): Severity {
  const clocks = severities.map((severity) => clockOf(rules, severity, verb) ?? 0)
  return severities[clocks.indexOf(Math.max(...clocks))] ?? 'P0'
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
