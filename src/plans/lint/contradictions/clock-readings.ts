import type { Plan } from '../../../domain/plan.ts'
import { inUnit } from '../../../domain/reading/amount.ts'
import { printDuration } from '../../duration.ts'
import type { Complaint } from '../../fault.ts'
import { printQuantity } from '../../items/quantity.ts'
import { type PlacedItem, pathOfItem, placedItems } from './item-places.ts'
import { clockOf, severitiesIn, verbIn } from './promises.ts'

/** Readings of how long issues of a severity take, with a limit that is not the clock of that severity. */
export function clockReadings(plan: Plan, file: unknown): Complaint[] {
  return placedItems(plan).flatMap((placed) =>
    limitsOf(placed, plan).flatMap(({ verb, severity, limit, minutes }): Complaint[] => {
      const clock = clockOf(plan.severities, severity, verb)
      if (clock === null || clock === minutes) return []
      const message = `this reading wants ${severity} ${verb} in ${limit}, and its clock leaves ${printDuration(clock)}: if it is an average, say so`
      return [{ path: pathOfItem(placed, file), rule: 'clocks', message }]
    }),
  )
}

/** A statistic of many issues may be better or worse than the clock of each. */
function limitsOf({ item, section }: PlacedItem, plan: Plan) {
  const heading = `${item.group ?? section.title} ${item.title}`
  const verb = /\b(?:issue|incident)s?\b/iu.test(heading) ? verbIn(heading) : null
  if (verb === null || item.kind !== 'duration' || item.statistic || item.later) return []
  const { unit } = item
  return item.targets.flatMap((target) => {
    if (target.op !== '<' && target.op !== '<=') return []
    const limit = printQuantity(target.value, unit)
    const minutes = inUnit(target.value, unit ?? 'min', 'min')
    return severitiesIn(item.title, plan).map((severity) => ({ verb, severity, limit, minutes }))
  })
}
