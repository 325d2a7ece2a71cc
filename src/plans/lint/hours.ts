import { addMinutes, differenceInMinutes } from 'date-fns'
import { mondayOf, type Week, weekOf } from '../../domain/cadence/week.ts'
import type { DueRitual } from '../../domain/due-rituals.ts'
import type { Plan } from '../../domain/plan.ts'
import { usualWeekMinutes } from '../defaults.ts'
import type { Complaint } from '../fault.ts'
import { type Hands, handsOf } from './hands.ts'
import { complaint, type Due, firstOfEach, grouped, type Look, nameOf } from './look.ts'
import { dayMinutes, workOf } from './work.ts'

/** What a ritual takes of a person's week. */
type Share = {
  readonly ritual: DueRitual
  readonly owner: string
  readonly person: string
  readonly week: Week
  readonly minutes: number
  /** What the owner has in a week for each of its people; null where the plan does not say. */
  readonly has: number | null
}

/** More hours a week than somebody has, each person once. */
export function hours(look: Look): Complaint[] {
  const { plan, soon } = look
  const handsAt = handsOf(look)
  const shares = soon.flatMap((due) => (due.holiday ? [] : sharesOf(due, plan, handsAt)))
  const weeks = [...grouped(shares, ({ person, week }) => `${person} ${week}`).values()]
  const tooMuch = weeks.filter((week) => sumOf(week) > limitOf(week))
  return firstOfEach(tooMuch, ([first]) => first?.person ?? '').map((week) => complaintOf(week, look))
}

function sharesOf({ ritual, opensAt, closesAt }: Due, plan: Plan, handsAt: Hands): Share[] {
  const owner = ritual.owner ?? plan.owner
  const minutes = ritual.takesMinutes ?? ritual.sections.reduce((sum, one) => sum + (one.takesMinutes ?? 0), 0)
  if (owner === null || minutes === 0) return []
  const people = handsAt(owner, opensAt)
  const all = plan.roles[owner]?.weekMinutes
  const has = all === undefined ? null : all / people.length
  const weeks = weeksOpen(opensAt, closesAt, plan.timezone)
  const each = workOf(minutes) / people.length / weeks.length
  return people.flatMap((person) => weeks.map((week) => ({ ritual, owner, person, week, minutes: each, has })))
}

/** What is open for weeks is done in all of them. */
function weeksOpen(opensAt: Date, closesAt: Date, zone: string): readonly Week[] {
  const count = Math.max(1, Math.ceil(differenceInMinutes(closesAt, opensAt) / (7 * dayMinutes)))
  return Array.from({ length: count }, (_, index) => weekOf(addMinutes(opensAt, index * 7 * dayMinutes), zone))
}

/** What all the roles have from which the work comes, where each says it; else what anybody has. */
function limitOf(shares: readonly Share[]): number {
  const owners = firstOfEach(shares, ({ owner }) => owner)
  return owners.some(({ has }) => has === null)
    ? usualWeekMinutes
    : owners.reduce((sum, { has }) => sum + (has ?? 0), 0)
}

function complaintOf(shares: readonly Share[], { isCutShort }: Look): Complaint {
  const byRitual = [...grouped(shares, ({ ritual }) => nameOf(ritual)).values()]
  const [most] = byRitual.sort((a, b) => sumOf(b) - sumOf(a)).flat() as [Share, ...Share[]]
  const { person, owner, week, ritual } = most
  const who = person === owner ? person : `${person}, as ${owner},`
  const atLeast = isCutShort ? 'at least ' : ''
  const message = `${who} has ${atLeast}${inWords(sumOf(shares))} of rituals in the week of ${mondayOf(week)}, more than ${inWords(limitOf(shares))}: most of it is "${nameOf(ritual)}"`
  return complaint(ritual, 'overload', message)
}

function sumOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { minutes }) => sum + minutes, 0)
}

function inWords(minutes: number): string {
  const whole = Math.round(minutes)
  return whole % 60 === 0 ? `${whole / 60} hours` : `${Math.floor(whole / 60)}h${whole % 60}m`
}
