import type { Plan } from '../domain/plan.ts'
import type { Groups } from '../domain/resolve.ts'
import type { Role } from '../domain/role.ts'
import { currentPlans } from '../store/plans.ts'
import { applyPlan } from './apply-plan.ts'
import { type Deps, scopeOf } from './transact.ts'

/** Reads again who is in the user groups that plans name: whoever joined one has its role from then on. */
export async function refreshGroups(deps: Deps, read: () => Promise<Groups>): Promise<void> {
  const applied = (await currentPlans(scopeOf(deps))).filter(({ plan }) => hasGroup(plan))
  if (applied.length === 0) return
  const groups = await read()
  // Who was in a group stays in force where Slack does not tell any more.
  if ('unreadable' in groups) return
  for (const { plan, source, origin, version } of applied) {
    const roles = Object.entries(plan.roles).map(([name, role]) => [name, withMembers(role, groups)])
    await applyPlan(deps, {
      plan: { ...plan, roles: Object.fromEntries(roles) },
      source,
      origin,
      by: null,
      onto: version,
    })
  }
}

function hasGroup({ roles }: Plan): boolean {
  return Object.values(roles).some(({ group }) => group !== undefined)
}

function withMembers(role: Role, { known }: Extract<Groups, { known: unknown }>): Role {
  const group = known.find(({ id }) => id === role.group)
  return group ? { ...role, people: group.members } : role
}
