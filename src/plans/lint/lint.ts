import type { LocalDate } from '../../domain/cadence/cadence.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { overAndPast, unusedCalendars } from './calendar.ts'
import { channels } from './channels.ts'
import { changes } from './clock-changes.ts'
import { contradictions } from './contradictions/contradictions.ts'
import { covers } from './covers.ts'
import { byHand, cadences, phases, waiting } from './due.ts'
import { emptyPlaces } from './empty-places.ts'
import { firstLevel } from './first-level.ts'
import { holidays, launchDay } from './holidays.ts'
import { hours } from './hours.ts'
import { lookAt } from './look.ts'
import { minutesForMonths } from './minutes.ts'
import { limits, openings, tightWindows } from './openings.ts'
import { owners, roles } from './people.ts'
import { pileUps } from './pile-ups.ts'
import { readingsAsChecks } from './readings-as-checks.ts'
import { reportFields } from './report-fields.ts'
import { summaries } from './summaries.ts'

/**
 * What is allowed and probably not meant, in the plan and in the file that says it; without a day to look from, only
 * what holds on any day.
 */
export function lintPlan(plan: Plan, today: LocalDate | null, file: unknown): Complaint[] {
  const always = [
    owners,
    roles,
    firstLevel,
    ...contradictions,
    openings,
    limits,
    phases,
    minutesForMonths,
    waiting,
    byHand,
    launchDay,
    unusedCalendars,
    emptyPlaces,
    reportFields,
    readingsAsChecks,
  ].flatMap((rule) => rule(plan, file))
  if (today === null) return always
  const look = lookAt(plan, today, file)
  const now = [overAndPast, covers, pileUps, hours, channels, tightWindows, cadences, holidays, changes, summaries]
  return [...always, ...now.flatMap((rule) => rule(look))]
}
