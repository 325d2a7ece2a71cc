import { addMinutes, max } from 'date-fns'
import { windowByHand } from './cadence/window.ts'
import { type Issue, ownersOf } from './issue.ts'
import type { Person, Plan, Ritual } from './plan.ts'

/** What is started when it is needed: a ritual on demand, with a time limit as its window. */
export function proceduresOf(plan: Plan): readonly Ritual[] {
  return plan.rituals.filter(({ procedure }) => procedure)
}

/** Until when the steps of an incident are open: their limit, else the end of the last phase, else as by hand. */
export function procedureWindow(plan: Plan, procedure: Ritual, startedAt: Date) {
  const window = windowByHand(procedure, plan, startedAt)
  const ends = procedure.sections.flatMap(({ phase }) => (phase ? [addMinutes(startedAt, phase.toMinutes)] : []))
  return procedure.openForMinutes !== null || ends.length === 0 ? window : { ...window, closesAt: max(ends) }
}

/** Whoever the plan names for it; else those who own the incident by now. */
export function procedureOwners(named: readonly Person[], procedure: Ritual, incident: Issue): readonly Person[] {
  return procedure.owner === null ? ownersOf(incident) : named
}
