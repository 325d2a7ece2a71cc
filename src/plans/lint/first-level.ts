import { rungRule } from '../../domain/escalation.ts'
import type { Plan } from '../../domain/plan.ts'
import { severities } from '../../domain/severity.ts'
import type { Complaint } from '../fault.ts'

/** A rule says when a level is asked after the one before it, and before the first there is none. */
export function firstLevel(plan: Plan): Complaint[] {
  const [first] = plan.escalation.map(rungRule)
  if (first === undefined || !severities.some((severity) => asks(plan.severities[severity].escalate, first.role)))
    return []
  const said = [...(first.afterMinutes === undefined ? [] : ['after']), ...(first.on === undefined ? [] : ['on'])]
  const [key] = said
  if (key === undefined) return []
  const rule = said.map((one) => `"${one}"`).join(' and ')
  const message = `"${first.role}" is the first level and is asked at once, whatever ${rule} ${said.length > 1 ? 'say' : 'says'}, unless the issue has an owner, who is asked before: write - ${first.role}, or put above it whoever is to be asked at once`
  return [{ path: ['escalation', 0, key], rule: 'first-level', message, key: true }]
}

/** A severity that names nobody begins with the first level. */
function asks(escalate: string | null, first: string): boolean {
  return escalate === null || escalate === first
}
