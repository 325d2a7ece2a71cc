import { addDays, subDays, subMilliseconds } from 'date-fns'
import { instantOf, localDateOf } from '../domain/cadence/time.ts'
import { windowsBetween } from '../domain/cadence/window.ts'
import type { Checklist } from '../domain/checklist.ts'
import { dueRituals, findDueRitual } from '../domain/due-rituals.ts'
import { maintenanceBetween } from '../domain/maintenance.ts'
import type { Plan } from '../domain/plan.ts'
import { planFactsAt } from '../domain/plan-facts.ts'
import { proceduresOf } from '../domain/procedure.ts'
import { holdersOf } from '../domain/role.ts'
import { currentChecklists } from '../store/checklists.ts'
import { allCursors } from '../store/cursors.ts'
import { openIssues } from '../store/issues.ts'
import { currentPlans } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'
import type { HomeState } from './views/home.ts'

/** What one person finds in Home. */
export async function homeState(
  scope: Scope,
  person: string,
  now: Date,
  admins: ReadonlySet<string> = new Set(),
): Promise<HomeState> {
  const plans = (await currentPlans(scope)).map(({ plan }) => plan)
  const administers = (plan: Plan) => admins.has(person) || plan.admins.includes(person)
  const zone = plans[0]?.timezone ?? 'UTC'
  const midnight = instantOf(localDateOf(now, zone), '00:00', zone)
  const cursors = await allCursors(scope)
  const current = await currentChecklists(scope, { today: midnight, lately: subDays(now, lateDays) })
  const isOfToday = ({ openedAt, state, closesAt }: Checklist) =>
    openedAt >= midnight || (state === 'open' && closesAt !== null && closesAt > now)
  return {
    person,
    zone,
    today: current.filter(isOfToday),
    late: current.filter((checklist) => !isOfToday(checklist)).toReversed(),
    next: cursors.flatMap((cursor) => nextOf(plans, cursor)),
    openIssues: await openIssues(scope),
    canDeclare: plans.length > 0,
    // Whoever looks at a Rounds without a plan finds how to give it one.
    canImport: plans.length === 0 || plans.some(administers),
    plans: plans.map((plan) => ({ ...planFactsAt(plan, now), retire: administers(plan) ? plan.name : null })),
    maintenance: plans.flatMap((plan) => maintenanceAhead(plan, now)),
    procedures: plans.flatMap((plan) =>
      proceduresOf(plan).map((procedure) => ({
        start: `${plan.name}/${procedure.id}`,
        title: procedure.title,
        limitMinutes: procedure.openForMinutes,
        takesMinutes: procedure.takesMinutes,
        planTitle: plan.title,
      })),
    ),
  }
}

/** Days for which Home keeps what is late or waits for its sign-off. */
const lateDays = 7

/** Days ahead for which Home tells of maintenance. */
const maintenanceDays = 14

/** The windows of the coming days, with what falls due in them. */
function maintenanceAhead(plan: Plan, now: Date): NonNullable<HomeState['maintenance']> {
  return (plan.maintenance ?? []).flatMap((window) =>
    maintenanceBetween(plan, window, now, addDays(now, maintenanceDays))
      .filter(({ endsAt }) => endsAt > now)
      .map((when) => ({
        ...when,
        title: window.title,
        zone: plan.timezone,
        meanwhile: dueRituals(plan).flatMap((ritual) =>
          windowsBetween(plan, ritual, subMilliseconds(when.startsAt, 1), subMilliseconds(when.endsAt, 1))
            .filter(({ holiday }) => !holiday)
            .map(() => ritual.title),
        ),
      })),
  )
}

function nextOf(
  plans: readonly Plan[],
  cursor: { plan: string; ritual: string; nextAt: Date | null },
): HomeState['next'] {
  const plan = plans.find(({ name }) => name === cursor.plan)
  const ritual = plan && findDueRitual(plan, cursor.ritual)
  if (!plan || !ritual || !cursor.nextAt) return []
  return [
    {
      start: `${plan.name}/${cursor.ritual}`,
      title: ritual.title,
      dueAt: cursor.nextAt,
      zone: ritual.timezone ?? plan.timezone,
      channel: ritual.channel ?? plan.channel,
      owners: holdersOf(plan, ritual.owner, cursor.nextAt),
    },
  ]
}
