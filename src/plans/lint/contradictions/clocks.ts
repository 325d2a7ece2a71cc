import type { Plan } from '../../../domain/plan.ts'
import { maintenanceMilestone, type Severity, severities } from '../../../domain/severity.ts'
import { printDuration } from '../../duration.ts'
import type { Complaint } from '../../fault.ts'

export function clocks(plan: Plan): Complaint[] {
  return [...lateResponses(plan), ...upsideDown(plan), ...noWindow(plan), ...sameNames(plan)]
}

function lateResponses(plan: Plan): Complaint[] {
  return severities.flatMap((severity) => {
    const { respondMinutes, resolveMinutes } = plan.severities[severity]
    if (resolveMinutes === null || respondMinutes <= resolveMinutes) return []
    const message = `${severity} is to be resolved in ${printDuration(resolveMinutes)}, before the response that is due in ${printDuration(respondMinutes)}`
    return [complaintOf(severity, message)]
  })
}

/** What is worse must not be answered or resolved later than what is less so. */
function upsideDown({ severities: rules }: Plan): Complaint[] {
  return severities.slice(1).flatMap((severity, index) => {
    const worse = severities[index] ?? 'P0'
    const found = (verb: string, sooner: number | null, later: number | null) => {
      if (sooner === null || later === null || sooner >= later) return []
      const message = `${severity} is to be ${verb} in ${printDuration(sooner)}, sooner than ${worse} in ${printDuration(later)}`
      return [complaintOf(severity, message)]
    }
    return [
      ...found('answered', rules[severity].respondMinutes, rules[worse].respondMinutes),
      ...found('resolved', rules[severity].resolveMinutes, rules[worse].resolveMinutes),
    ]
  })
}

function noWindow(plan: Plan): Complaint[] {
  if (plan.maintenance) return []
  const message = 'the plan has no maintenance window, so no clock runs for this: add "maintenance"'
  return severities
    .filter((severity) => plan.severities[severity].resolveBy === maintenanceMilestone)
    .map((severity) => ({ path: ['severities', severity, 'resolve'], rule: 'clocks', message, key: true }))
}

/** Whoever declares an issue chooses by these names. */
function sameNames({ severities: rules }: Plan): Complaint[] {
  return severities.flatMap((severity, index): Complaint[] => {
    const name = rules[severity].name.toLowerCase()
    const other = severities.slice(0, index).find((worse) => rules[worse].name.toLowerCase() === name)
    if (other === undefined) return []
    const message = `${other} and ${severity} are both called "${rules[severity].name}": nobody can tell which to choose`
    return [{ path: ['severities', severity, 'name'], rule: 'severity-twice', message }]
  })
}

function complaintOf(severity: Severity, message: string): Complaint {
  return { path: ['severities', severity], rule: 'clocks', message, key: true }
}
