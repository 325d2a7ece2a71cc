import { dateInWords } from '../../domain/cadence/say.ts'
import { localDateOf } from '../../domain/cadence/time.ts'
import { type DueWindow, windowsBetween } from '../../domain/cadence/window.ts'
import { workCalendarOf } from '../../domain/calendar.ts'
import { type DueRitual, dueRituals } from '../../domain/due-rituals.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Complaint, Path } from '../fault.ts'
import { type Look, nameOf, ofCadence, pathOf } from './look.ts'

/** Whoever writes `on-holiday` has decided; of anybody else it may surprise them on the day. */
export function holidays(look: Look): Complaint[] {
  const { plan, since, inAYear } = look
  return dueRituals(plan).flatMap((ritual) => {
    if (workCalendarOf(plan, ritual.calendar).holidays.length === 0 || hasDecided(ritual, look)) return []
    const hit = windowsBetween(plan, ritual, since, inAYear).filter(
      ({ holiday, dueAt, opensAt }) => holiday || opensAt > dueAt,
    )
    return hit[0] ? [ofCadence(ritual, 'holiday', messageOf(ritual, hit[0], hit.length - 1, plan))] : []
  })
}

export function launchDay(plan: Plan): Complaint[] {
  const day = plan.launch?.slice(0, 10)
  if (day === undefined || !workCalendarOf(plan, undefined).holidays.includes(day)) return []
  const message = `the launch is on a holiday, ${dateInWords(day)}: what falls due that day goes by "on-holiday"`
  return [{ path: ['launch'], rule: 'launch-holiday', message }]
}

function hasDecided(ritual: DueRitual, { plan, says }: Look): boolean {
  const key = (path: Path) => says([...path, 'on-holiday'])
  const sections = plan.rituals.find(({ id }) => id === ritual.id)?.sections ?? []
  const place = sections.findIndex(({ title }) => title === ritual.section)
  return key(pathOf(ritual)) || key([...pathOf(ritual), 'sections', place])
}

function messageOf(ritual: DueRitual, { dueAt, opensAt, holiday }: DueWindow, more: number, plan: Plan): string {
  const zone = ritual.timezone ?? plan.timezone
  const day = (at: Date) => dateInWords(localDateOf(at, zone))
  const then = holiday ? 'it is left out then' : `it opens on ${day(opensAt)} instead`
  const others = more === 0 ? '' : ` and on ${more} more ${more === 1 ? 'holiday' : 'holidays'}`
  return `"${nameOf(ritual)}" falls due on a holiday, ${day(dueAt)}${others}: ${then}, unless "on-holiday" says otherwise`
}
