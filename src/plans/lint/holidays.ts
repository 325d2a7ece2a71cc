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
import { expanded } from '../items/for-each.ts'
import { isMap } from '../shape.ts'
import { type Look, nameOf, ofCadence, pathOf, type Stretch } from './look.ts'

/** Whoever writes `on-holiday` has decided; of anybody else it may surprise them on the day. */
export function holidays(look: Look): Complaint[] {
  const { plan } = look
  return dueRituals(plan).flatMap((ritual) => {
    if (hasDecided(ritual, look)) return []
    const [first, ...others] = holidaysOf(ritual, look).flatMap(
      (day) => windowsBetween(plan, onceADay(ritual), day.since, day.until)[0] ?? [],
    )
    return first ? [ofCadence(ritual, 'holiday', messageOf(ritual, first, others.length, plan))] : []
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

function hasDecided(ritual: DueRitual, { plan, said }: Look): boolean {
  const sections = plan.rituals.find(({ id }) => id === ritual.id)?.sections ?? []
  const place = sections.findIndex(({ title, due }) => due !== undefined && title === ritual.section)
  const written = said([...pathOf(ritual), 'sections'])
  const each = Array.isArray(written) ? written.flatMap((one) => expanded(one, [], () => {})) : []
  return [said(pathOf(ritual)), each[place]].some((one) => isMap(one) && 'on-holiday' in one)
}

function messageOf(ritual: DueRitual, { dueAt, opensAt, holiday }: DueWindow, more: number, plan: Plan): string {
  const zone = ritual.timezone ?? plan.timezone
  const day = (at: Date) => dateInWords(localDateOf(at, zone))
  const then = holiday ? 'it is left out then' : `it opens on ${day(opensAt)} instead`
  const others = more === 0 ? '' : ` and on ${more} more ${more === 1 ? 'holiday' : 'holidays'}`
  return `"${nameOf(ritual)}" falls due on a holiday, ${day(dueAt)}${others}: ${then}, unless "on-holiday" says otherwise`
}
