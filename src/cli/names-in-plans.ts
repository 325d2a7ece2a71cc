import type { Plan } from '../domain/plan.ts'
import { resolvePlan } from '../domain/resolve.ts'

export type NamesInPlans = { readonly channels: readonly string[]; readonly people: readonly string[] }

/** Whoever and wherever the plans name; a user group is neither. */
export function namesInPlans(plans: readonly Plan[]): NamesInPlans {
  const names = [...new Set(plans.flatMap(namesIn))]
  return {
    channels: names.filter((name) => name.startsWith('#')),
    people: names.filter((name) => name.startsWith('@')),
  }
}

function namesIn(plan: Plan): readonly string[] {
  const groups = Object.values(plan.roles).map(({ group }) => group)
  const read = resolvePlan(plan, { people: [], channels: [] })
  const unknown = 'unresolved' in read ? read.unresolved.map(({ reference }) => reference) : []
  return unknown.filter((name) => !groups.includes(name))
}
