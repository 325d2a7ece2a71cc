import type { CadencePart, Calendar, LocalDate } from '../domain/cadence/cadence.ts'
import { occurrences, wallTimesOf } from '../domain/cadence/occurrences.ts'
import { addDays, instantOf, localTextOf, wallTimeOf } from '../domain/cadence/time.ts'
import { weekOf } from '../domain/cadence/week.ts'
import { type DueWindow, windowsBetween } from '../domain/cadence/window.ts'
import { type DueRitual, dueRituals } from '../domain/due-rituals.ts'
import { rungRule } from '../domain/escalation.ts'
import { calendarOf, type Plan, type Ritual, summaryRitual } from '../domain/plan.ts'
import { everybodyIn } from '../domain/role.ts'
import { maintenanceMilestone, severities } from '../domain/severity.ts'
import { printDuration } from './duration.ts'
import type { Complaint } from './fault.ts'
import { holidaysOver, lintCalendar } from './lint-calendar.ts'

/** What is allowed and probably not meant; without a day to look from, only what holds on any day. */
export function lintPlan(plan: Plan, today: LocalDate | null): Complaint[] {
  const always = [...owners(plan), ...roles(plan), ...clocks(plan), ...openings(plan), ...lintCalendar(plan)]
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
  return ownerless.map((ritual) => complaint(ritual, 'no-owner', `nobody owns "${ritual.id}": ${whoever}`))
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
  return [...lateResponses(plan), ...upsideDown(plan), ...noWindow(plan)]
}

function noWindow(plan: Plan): Complaint[] {
  const waiting = severities.filter((severity) => plan.severities[severity].resolveBy === maintenanceMilestone)
  if (plan.maintenance) return []
  const message = 'the plan has no maintenance window, so no clock runs for this: add "maintenance"'
  return waiting.map((severity) => ({ path: ['severities', severity, 'resolve'], rule: 'clocks', message, key: true }))
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
  return dueRituals(plan).flatMap((ritual) => {
    const { takesMinutes, openForMinutes } = ritual
    if (takesMinutes === null || openForMinutes === null || takesMinutes <= openForMinutes) return []
    return [tooShort(ritual, takesMinutes, openForMinutes)]
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
  return [...found, ...holidaysOver(plan, today)]
}

/** Two rituals that want one person at the same minute, each pair once. */
function pileUps(plan: Plan, today: LocalDate): Complaint[] {
  const found = new Map<string, Complaint>()
  const first = new Map<string, DueRitual>()
  for (const { ritual, dueAt } of dueWithin(plan, today, 28)) {
    const owner = ritual.owner ?? plan.owner
    const moment = `${owner} ${dueAt.getTime()}`
    const other = first.get(moment)
    if (!other) first.set(moment, ritual)
    else if (owner !== null && other.id !== ritual.id && !found.has(`${other.id} ${ritual.id}`)) {
      const when = localTextOf(dueAt, ritual.timezone ?? plan.timezone)
      const message = `"${ritual.id}" and "${other.id}" both want ${owner} at the same time, first at ${when}`
      found.set(`${other.id} ${ritual.id}`, complaint(ritual, 'pile-up', message))
    }
  }
  return [...found.values()]
}

function tightWindows(plan: Plan, today: LocalDate): Complaint[] {
  const found = new Map<string, Complaint>()
  for (const { ritual, opensAt, closesAt } of dueWithin(plan, today, 62)) {
    if (ritual.takesMinutes === null || ritual.openForMinutes !== null || found.has(nameOf(ritual))) continue
    const open = Math.round((closesAt.getTime() - opensAt.getTime()) / 60_000)
    if (ritual.takesMinutes > open) found.set(nameOf(ritual), tooShort(ritual, ritual.takesMinutes, open))
  }
  return [...found.values()]
}

/** A due time in the hour that the clocks skip. */
function skips(plan: Plan, today: LocalDate): Complaint[] {
  const found = new Map<string, Complaint>()
  const [since, until] = daysFrom(plan, today, 366)
  for (const ritual of dueRituals(plan)) {
    const calendar = calendarOf(plan, ritual)
    const skipped = ritual.every
      .flatMap((part) => skippedTimes(part, calendar, since, until))
      .sort((a, b) => a.getTime() - b.getTime())[0]
    if (!skipped) continue
    const shown = localTextOf(skipped, calendar.zone)
    const message = `the clocks skip the time of "${nameOf(ritual)}": it will be due at ${shown} instead`
    found.set(nameOf(ritual), complaint(ritual, 'skipped-hour', message))
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

/** Due times of a part that are not at a time it names; what counts real time names none. */
function skippedTimes(part: CadencePart, calendar: Calendar, since: Date, until: Date): Date[] {
  const times = wallTimesOf(part, calendar)
  if (times === null) return []
  const due = occurrences([part], calendar, since, until)
  return due.filter((dueAt) => !times.has(wallTimeOf(dueAt, calendar.zone)))
}

function dueWithin(plan: Plan, today: LocalDate, days: number): (DueWindow & { readonly ritual: DueRitual })[] {
  const [since, until] = daysFrom(plan, today, days)
  return dueRituals(plan).flatMap((ritual) =>
    windowsBetween(plan, ritual, since, until).map((window) => ({ ...window, ritual })),
  )
}

function daysFrom(plan: Plan, today: LocalDate, days: number): [since: Date, until: Date] {
  return [instantOf(today, '00:00', plan.timezone), instantOf(addDays(today, days), '00:00', plan.timezone)]
}

function tooShort(ritual: DueRitual, takes: number, open: number): Complaint {
  const message = `"${nameOf(ritual)}" takes ${printDuration(takes)} and closes ${printDuration(open)} after it opens`
  return complaint(ritual, 'tight-window', message)
}

function complaint(ritual: Ritual, rule: string, message: string): Complaint {
  return { path: ['rituals', ritual.id], rule, message, key: true }
}

function nameOf({ id, section }: DueRitual): string {
  return section === undefined ? id : `${id}: ${section}`
}
