import { dueRituals } from '../../../domain/due-rituals.ts'
import type { Plan } from '../../../domain/plan.ts'
import { printDuration } from '../../duration.ts'
import type { Complaint } from '../../fault.ts'
import { pathOf } from '../look.ts'

/** Sections that take longer together than their ritual says it does. */
export function parts(plan: Plan): Complaint[] {
  return dueRituals(plan).flatMap((ritual): Complaint[] => {
    const { takesMinutes, sections } = ritual
    const together = sections.reduce((sum, one) => sum + (one.takesMinutes ?? 0), 0)
    if (takesMinutes === null || together <= takesMinutes) return []
    const message = `"${ritual.id}" takes ${printDuration(takesMinutes)}, and its sections ${printDuration(together)} together`
    return [{ path: [...pathOf(ritual), 'takes'], rule: 'parts', message }]
  })
}
