import type { Cadence, CadencePart } from '../../domain/cadence/cadence.ts'
import { waitsForLaunch } from '../../domain/cadence/launch.ts'
import { nextOccurrence, occurrences } from '../../domain/cadence/occurrences.ts'
import { localDateOf } from '../../domain/cadence/time.ts'
import { dueRituals } from '../../domain/due-rituals.ts'
import { calendarOf, type Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { type Look, nameOf, ofCadence } from './look.ts'

export function waiting(plan: Plan): Complaint[] {
  if (plan.launch !== undefined) return []
  const waits = dueRituals(plan).filter(({ every }) => waitsForLaunch(every))
  const [first] = waits
  if (!first) return []
  const more = waits.length > 1 ? ` and ${waits.length - 1} more` : ''
  const verb = waits.length > 1 ? 'wait' : 'waits'
  const message = `"${first.title}"${more} ${verb} for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch`
  return [{ path: ['rituals', first.id], rule: 'no-launch', message, key: true }]
}

/** Cadences of which a part never falls due, or which are over as a whole. */
export function cadences(look: Look): Complaint[] {
  const { plan } = look
  const ofRituals = dueRituals(plan).map((ritual) => ({
    every: ritual.every,
    calendar: calendarOf(plan, ritual),
    name: `"${nameOf(ritual)}"`,
    tell: (rule: Complaint['rule'], message: string) => ofCadence(ritual, rule, message),
  }))
  const others = otherCadences(plan).map(({ every, name, path }) => ({
    every,
    calendar: calendarOf(plan),
    name,
    tell: (rule: Complaint['rule'], message: string): Complaint => ({ path, rule, message }),
  }))
  return [...ofRituals, ...others].flatMap(({ every, calendar, name, tell }) => {
    const past = every.filter(isCertain).filter((part) => nextOccurrence([part], calendar, look.since) === null)
    const last = past.map((part) => occurrences([part], calendar, tenYearsBefore(look.since), look.since).at(-1))
    if (last.includes(undefined)) return [tell('never-due', `nothing makes ${name} fall due: no day is like this`)]
    if (past.length === 0 || past.length < every.length) return []
    const latest = new Date(Math.max(...last.map((at) => at?.getTime() ?? 0)))
    const message = `${name} was last due on ${localDateOf(latest, calendar.zone)} and is so no more: leave it out, or let it begin anew`
    return [tell('over', message)]
  })
}

/** What counts from a launch is looked back at, and waits for the next. */
function isCertain(part: CadencePart): boolean {
  return part.kind !== 'on-demand' && !waitsForLaunch([part])
}

function otherCadences(plan: Plan): { every: Cadence; name: string; path: Complaint['path'] }[] {
  const handOvers = Object.entries(plan.roles).flatMap(([name, { rotation }]) =>
    rotation
      ? [{ every: rotation.handOver, name: `the hand-over of "${name}"`, path: ['roles', name, 'hand-over'] }]
      : [],
  )
  const windows = (plan.maintenance ?? []).map(({ every, title }, index) => ({
    every,
    name: `"${title}"`,
    path: ['maintenance', index, 'every'],
  }))
  return [...handOvers, ...windows, { every: plan.summary.every, name: 'the summary', path: ['summary', 'every'] }]
}

function tenYearsBefore(at: Date): Date {
  return new Date(at.getTime() - 3660 * 86_400_000)
}
