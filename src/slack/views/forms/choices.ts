import type { Checklist } from '../../../domain/checklist.ts'
import { type Severity, type SeverityRules, severities } from '../../../domain/severity.ts'
import { durationInWords } from '../../text/time.ts'
import { placed } from '../item-row.ts'
import { type Choice, mostChoices } from './inputs.ts'

/** `P1 High`, with when to choose it, or how soon it wants an answer. */
export function severityChoices(rules: SeverityRules): Choice[] {
  return severities.map((severity) => {
    const { name, when, respondMinutes } = rules[severity]
    const description = when.length > 0 ? when.join(', ') : `Respond within ${durationInWords(respondMinutes)}`
    return { value: severity, text: `${severity} ${name}`, description }
  })
}

/** What the examples are too long for: the clocks of each severity, one line each. */
export function clocksOf(rules: SeverityRules, severity: Severity): string {
  const { respondMinutes, resolveMinutes } = rules[severity]
  const resolve = resolveMinutes === null ? '' : `, resolve within ${durationInWords(resolveMinutes)}`
  return `respond within ${durationInWords(respondMinutes)}${resolve}`
}

/** What is open, by position; `chosen` is always among them. */
export function openItemChoices(checklist: Checklist, chosen: number | null): Choice[] {
  const open = placed(checklist).filter(({ item }) => item.settlement.state === 'open')
  const first = open.filter(({ position }) => position === chosen)
  const rest = open.filter(({ position }) => position !== chosen)
  return [...first, ...rest].slice(0, mostChoices.select).map(({ item, position }) => ({
    value: String(position),
    text: item.title,
  }))
}
