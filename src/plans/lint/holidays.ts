import { max, min } from 'date-fns'
import type { Bounds, CadencePart, LocalDate } from '../../domain/cadence/cadence.ts'
import { cronOf } from '../../domain/cadence/cron.ts'
import { isByClock } from '../../domain/cadence/launch.ts'
import { dateInWords } from '../../domain/cadence/say.ts'
import { addDays, instantOf, localDateOf } from '../../domain/cadence/time.ts'
import { type DueWindow, windowsBetween } from '../../domain/cadence/window.ts'
import { workCalendarOf } from '../../domain/calendar.ts'
import { type DueRitual, dueRituals } from '../../domain/due-rituals.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { pathOfDue } from './cadence-places.ts'
import { type Look, nameOf, pathOf, type Stretch, valueAt } from './look.ts'

/** Whoever writes `on-holiday` has decided; of anybody else it may surprise them on the day. */
export function holidays(look: Look): Complaint[] {
  const { plan, file } = look
  return dueRituals(plan).flatMap((ritual) => {
    if (hasDecided(ritual, file)) return []
    const [first, ...others] = holidaysOf(ritual, look).flatMap(
      (day) => windowsBetween(plan, onceADay(ritual), day.since, day.until)[0] ?? [],
    )
    if (!first) return []
    const path = [...pathOfDue(ritual, file), 'every']
    return [{ path, rule: 'holiday', message: messageOf(ritual, first, others.length, plan) } as const]
  })
}

/** By the first of its times on a day: whether the day has any is all that is asked. */
function onceADay(ritual: DueRitual): DueRitual {
  return { ...ritual, every: ritual.every.map((part) => (isCutByClock(part) ? part : firstOfDay(part))) }
}

/** What begins within a day may leave out its first time. */
function isCutByClock(part: CadencePart): boolean {
  const { from } = part as Bounds
  return typeof from === 'object' && isByClock(from)
}

function firstOfDay(part: CadencePart): CadencePart {
  if (part.kind === 'cron') {
    const { minutes, hours } = cronOf(part.fields)
    const [, , ...days] = part.fields.split(' ')
    return { ...part, fields: [minutes[0], hours[0], ...days].join(' ') }
  }
  return 'at' in part ? { ...part, at: part.at.slice(0, 1) } : part
}

/** Those of the year that is looked at, in order. */
function holidaysOf({ calendar, timezone }: DueRitual, { plan, since, inAYear }: Look): Stretch[] {
  const zone = timezone ?? plan.timezone
  const startOf = (day: LocalDate) => instantOf(day, '00:00', zone).getTime() - 1
  return [...new Set(workCalendarOf(plan, calendar).holidays)]
    .sort()
    .map((day) => ({
      since: max([since, new Date(startOf(day))]),
      until: min([inAYear, new Date(startOf(addDays(day, 1)))]),
    }))
    .filter(({ since: from, until }) => from < until)
}

export function launchDay(plan: Plan): Complaint[] {
  const day = plan.launch?.slice(0, 10)
  if (day === undefined || !workCalendarOf(plan, undefined).holidays.includes(day)) return []
  const message = `the launch is on a holiday, ${dateInWords(day)}: what falls due that day goes by "on-holiday"`
  return [{ path: ['launch'], rule: 'launch-holiday', message }]
}

function hasDecided(ritual: DueRitual, file: unknown): boolean {
  return [pathOf(ritual), pathOfDue(ritual, file)].some((path) => valueAt(file, [...path, 'on-holiday']) !== undefined)
}

function messageOf(ritual: DueRitual, { dueAt, opensAt, holiday }: DueWindow, more: number, plan: Plan): string {
  const zone = ritual.timezone ?? plan.timezone
  const day = (at: Date) => dateInWords(localDateOf(at, zone))
  const then = holiday ? 'it is left out then' : `it opens on ${day(opensAt)} instead`
  const others = more === 0 ? '' : ` and on ${more} more ${more === 1 ? 'holiday' : 'holidays'}`
  return `"${nameOf(ritual)}" falls due on a holiday, ${day(dueAt)}${others}: ${then}, unless "on-holiday" says otherwise`
}
