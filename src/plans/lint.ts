import type { LocalDate } from '../domain/cadence/cadence.ts'
import { occurrences } from '../domain/cadence/occurrences.ts'
import { addDays, instantOf, localTextOf } from '../domain/cadence/time.ts'
import { weekOf } from '../domain/cadence/week.ts'
import { windowOf } from '../domain/cadence/window.ts'
import { rungRule } from '../domain/escalation.ts'
import { calendarOf, type Plan, type Ritual, summaryRitual } from '../domain/plan.ts'
import { everybodyIn } from '../domain/role.ts'
import { severities } from '../domain/severity.ts'
import { printDuration } from './duration.ts'
import type { Complaint } from './fault.ts'

/** What is allowed and probably not meant; without a day to look from, only what holds on any day. */
export function lintPlan(plan: Plan, today: LocalDate | null): Complaint[] {
  const always = [...owners(plan), ...roles(plan), ...clocks(plan), ...openings(plan)]
  if (today === null) return always
  return [
    ...always,
    ...dates(plan, today),
    ...pileUps(plan, today),
    ...tightWindows(plan, today),
    ...skips(plan, today),
    ...summaries(plan, today),
  ]
}

function owners(plan: Plan): Complaint[] {
  if (plan.owner !== null) return []
  const ownerless = plan.rituals.filter((ritual) => ritual.owner === null)
  const whoever = 'it will belong to whoever applies the plan'
  if (ownerless.length === plan.rituals.length)
    return [{ path: [], rule: 'no-owner', message: `nobody owns anything here: ${whoever}` }]
  return ownerless.map(({ id }) => complaint(id, 'no-owner', `nobody owns "${id}": ${whoever}`))
}

function roles(plan: Plan): Complaint[] {
  const used = new Set(usedNames(plan))
  return Object.entries(plan.roles).flatMap(([name, role]): Complaint[] => {
    const path = ['roles', name]
    const empty = {
      path,
      rule: 'empty-role',
      message: `nobody is "${name}": whoever it owns or is asked reaches no one`,
      key: true,
    }
    const unused = { path, rule: 'unused-role', message: `nothing in the plan needs "${name}"`, key: true }
    return [
      ...(role.group === undefined && everybodyIn(role).length === 0 ? [empty] : []),
      ...(used.has(name) ? [] : [unused]),
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

function clocks(plan: Plan): Complaint[] {
  return [...lateResponses(plan), ...upsideDown(plan)]
}

/** What is worse must not be answered or resolved later than what is less so. */
function upsideDown({ severities: rules }: Plan): Complaint[] {
  return severities.slice(1).flatMap((severity, index) => {
    const worse = severities[index] ?? 'P0'
    const found = (verb: string, sooner: number | null, later: number | null) => {
      if (sooner === null || later === null || sooner >= later) return []
      const message = `${severity} is to be ${verb} in ${printDuration(sooner)}, sooner than ${worse} in ${printDuration(later)}`
      return [{ path: ['severities', severity], rule: 'clocks', message, key: true }]
    }
    return [
      ...found('answered', rules[severity].respondMinutes, rules[worse].respondMinutes),
      ...found('resolved', rules[severity].resolveMinutes, rules[worse].resolveMinutes),
    ]
  })
}

function lateResponses(plan: Plan): Complaint[] {
  return severities.flatMap((severity) => {
    const { respondMinutes, resolveMinutes } = plan.severities[severity]
    if (resolveMinutes === null || respondMinutes <= resolveMinutes) return []
    const message = `${severity} is to be resolved in ${printDuration(resolveMinutes)}, before the response that is due in ${printDuration(respondMinutes)}`
    return [{ path: ['severities', severity], rule: 'clocks', message, key: true }]
  })
}

function openings(plan: Plan): Complaint[] {
  return plan.rituals.flatMap((ritual) => {
    const { id, takesMinutes, openForMinutes } = ritual
    if (takesMinutes === null || openForMinutes === null || takesMinutes <= openForMinutes) return []
    return [tooShort(id, takesMinutes, openForMinutes)]
  })
}

function dates(plan: Plan, today: LocalDate): Complaint[] {
  const found: Complaint[] = []
  if (plan.review !== null && plan.review < today)
    found.push({
      path: ['review'],
      rule: 'review-overdue',
      message: `the review of this plan was due on ${plan.review}`,
    })
  if (plan.holidays.length > 0 && plan.holidays.every((day) => day < today))
    found.push({ path: ['calendar', 'holidays'], rule: 'holidays-over', message: 'every holiday listed here is over' })
  return found
}

/** Two rituals that want one person at the same minute, each pair once. */
function pileUps(plan: Plan, today: LocalDate): Complaint[] {
  const found = new Map<string, Complaint>()
  const first = new Map<string, Ritual>()
  for (const { ritual, dueAt } of dueWithin(plan, today, 28)) {
    const owner = ritual.owner ?? plan.owner
    const moment = `${owner} ${dueAt.getTime()}`
    const other = first.get(moment)
    if (!other) first.set(moment, ritual)
    else if (owner !== null && !found.has(`${other.id} ${ritual.id}`)) {
      const when = localTextOf(dueAt, calendarOf(plan, ritual).zone)
      const message = `"${ritual.id}" and "${other.id}" both want ${owner} at the same time, first at ${when}`
      found.set(`${other.id} ${ritual.id}`, complaint(ritual.id, 'pile-up', message))
    }
  }
  return [...found.values()]
}

function tightWindows(plan: Plan, today: LocalDate): Complaint[] {
  const found = new Map<string, Complaint>()
  for (const { ritual, dueAt } of dueWithin(plan, today, 62)) {
    if (ritual.takesMinutes === null || ritual.openForMinutes !== null || found.has(ritual.id)) continue
    const { opensAt, closesAt } = windowOf(ritual, plan, dueAt)
    const open = Math.round((closesAt.getTime() - opensAt.getTime()) / 60_000)
    if (ritual.takesMinutes > open) found.set(ritual.id, tooShort(ritual.id, ritual.takesMinutes, open))
  }
  return [...found.values()]
}

/** A due time in the hour that the clocks skip. */
function skips(plan: Plan, today: LocalDate): Complaint[] {
  const found = new Map<string, Complaint>()
  for (const { ritual, dueAt } of dueWithin(plan, today, 366)) {
    const calendar = calendarOf(plan, ritual)
    const shown = localTextOf(dueAt, calendar.zone)
    const times = ritual.every.flatMap((part) => ('at' in part && part.at.length > 0 ? part.at : [calendar.dayStarts]))
    if (times.includes(shown.slice(11)) || found.has(ritual.id)) continue
    const message = `the clocks skip the time of "${ritual.id}": it will be due at ${shown} instead`
    found.set(ritual.id, complaint(ritual.id, 'skipped-hour', message, 'every'))
  }
  return [...found.values()]
}

/** The figures are a week's, and whoever reads them every day soon reads none. */
function summaries(plan: Plan, today: LocalDate): Complaint[] {
  const [since, until] = daysFrom(plan, today, 28)
  const posts = occurrences(plan.summary.every, calendarOf(plan, summaryRitual(plan)), since, until)
  const weeks = posts.map((dueAt) => weekOf(dueAt, plan.timezone))
  if (new Set(weeks).size === weeks.length) return []
  const message = 'the summary is posted more than once a week: each post tells only what is new since the one before'
  return [{ path: ['summary', 'every'], rule: 'summary-often', message }]
}

function dueWithin(plan: Plan, today: LocalDate, days: number): { ritual: Ritual; dueAt: Date }[] {
  const [since, until] = daysFrom(plan, today, days)
  return plan.rituals.flatMap((ritual) =>
    occurrences(ritual.every, calendarOf(plan, ritual), since, until).map((dueAt) => ({ ritual, dueAt })),
  )
}

function daysFrom(plan: Plan, today: LocalDate, days: number): [since: Date, until: Date] {
  return [instantOf(today, '00:00', plan.timezone), instantOf(addDays(today, days), '00:00', plan.timezone)]
}

function tooShort(id: string, takes: number, open: number): Complaint {
  const message = `"${id}" takes ${printDuration(takes)} and closes ${printDuration(open)} after it opens`
  return complaint(id, 'tight-window', message)
}

function complaint(ritual: string, rule: string, message: string, ...inner: string[]): Complaint {
  return { path: ['rituals', ritual, ...inner], rule, message, key: true }
}
