import { rungRule } from '../../domain/escalation.ts'
import type { Plan } from '../../domain/plan.ts'
import { everybodyIn } from '../../domain/role.ts'
import { severities } from '../../domain/severity.ts'
import type { Complaint } from '../fault.ts'
import { complaint } from './look.ts'

export function owners(plan: Plan): Complaint[] {
  if (plan.owner !== null) return []
  const ownerless = plan.rituals.filter((ritual) => ritual.owner === null)
  const whoever = 'it will belong to whoever applies the plan'
  if (ownerless.length === plan.rituals.length)
    return [{ path: [], rule: 'no-owner', message: `nobody owns anything here: ${whoever}` }]
  return ownerless.map((ritual) => complaint(ritual, 'no-owner', `nobody owns "${ritual.id}": ${whoever}`))
}

export function roles(plan: Plan): Complaint[] {
  const used = new Set(usedNames(plan))
  return Object.entries(plan.roles).flatMap(([name, role]): Complaint[] => {
    const at = { path: ['roles', name], key: true }
    const empty = `nobody is "${name}": what it owns is nobody's, and an ask of it reaches no one`
    const unused = `nothing in the plan needs "${name}"`
    return [
      ...(role.group === undefined && everybodyIn(role).length === 0
        ? [{ ...at, rule: 'empty-role', message: empty } as const]
        : []),
      ...(used.has(name) ? [] : [{ ...at, rule: 'unused-role', message: unused } as const]),
    ]
  })
}

function usedNames(plan: Plan): (string | null)[] {
  const items = plan.rituals.flatMap(({ sections }) => sections.flatMap((section) => section.items))
  return [
    plan.owner,
    ...plan.escalation.map((rung) => rungRule(rung).role),
    ...severities.map((severity) => plan.severities[severity].escalate),
    ...plan.rituals.map(({ owner }) => owner),
    ...items.map(({ owner }) => owner),
  ]
}
