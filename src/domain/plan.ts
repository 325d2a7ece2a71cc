import type { Cadence, Calendar, LocalDate, WallTime } from './cadence/cadence.ts'
import { type LocalTime, launchOf, type WorkCalendar, workCalendarOf } from './calendar.ts'
import type { Rung } from './escalation.ts'
import type { Item } from './item.ts'
import type { Maintenance } from './maintenance.ts'
import type { Notes, PlanPhase } from './plan-facts.ts'
import type { Role } from './role.ts'
import type { Severity, SeverityRules } from './severity.ts'
import type { Report, Template } from './template.ts'

/**
 * A person: `@handle` as the plan's author wrote it, or a Slack user ID once the plan is applied.
 * A place likewise: `#name` or a channel ID.
 */
export type Person = string
export type Place = string

/** A team's agreement. Pure data; the same shape before and after people and places are resolved. */
export type Plan = {
  readonly name: string
  readonly title: string
  readonly version: string | null
  readonly updated: LocalDate | null
  readonly review: LocalDate | null
  /** IANA name. */
  readonly timezone: string
  readonly dayStarts: WallTime
  /** T+0, in the plan's zone; without it nothing that counts from a launch falls due. */
  readonly launch?: LocalTime
  readonly holidays: readonly LocalDate[]
  /** Monday to Friday where the plan does not say. */
  readonly workingDays?: WorkCalendar['workingDays']
  /** Calendars of other countries or teams, by name. */
  readonly calendars?: Readonly<Record<string, WorkCalendar>>
  /** The one of them by which the plan itself goes, instead of its own holidays and working days. */
  readonly calendar?: string
  readonly channel: Place
  readonly incidents: Place
  readonly fallback: Place
  /** A role's name or a person; whoever applied the plan where it names nobody. */
  readonly owner: string | null
  readonly admins: readonly Person[]
  readonly roles: Readonly<Record<string, Role>>
  readonly severities: SeverityRules
  /** Roles, asked one after the other; each breach asks the next, and the last is asked again. */
  readonly escalation: readonly Rung[]
  readonly maintenance?: readonly Maintenance[]
  readonly phases?: readonly PlanPhase[]
  /** What the plan as a whole is held to, in words. */
  readonly targets?: Notes
  readonly practices?: Notes
  readonly documents?: Notes
  /** Messages to people outside, by name. */
  readonly templates?: Readonly<Record<string, Template>>
  readonly summary: { readonly channel: Place; readonly every: Cadence }
  readonly rituals: readonly Ritual[]
}

/** Where the words of a version came from: one of the plan files of Rounds, or a document that was imported in Slack. */
export type PlanOrigin = 'file' | 'document'

/** A plan without its rituals: all that deciding over a checklist or an issue needs of it. */
export type PlanFrame = Omit<Plan, 'rituals'>

export type HolidayRule = 'skip' | 'next-working-day' | 'keep'

export type Ritual = {
  /** The key in the plan file. */
  readonly id: string
  readonly title: string
  readonly every: Cadence
  /** IANA name where the ritual keeps a zone of its own. */
  readonly timezone: string | null
  /** By name, or of its own; absent: the plan's. */
  readonly calendar?: string | WorkCalendar
  readonly onHoliday: HolidayRule
  readonly openForMinutes: number | null
  readonly takesMinutes: number | null
  /** A role's name or a person. */
  readonly owner: string | null
  readonly channel: Place | null
  /** Of issues that its failed items open, where an item names none. */
  readonly severity: Severity
  readonly ifFailed: string | null
  readonly sections: readonly Section[]
  /** Started when it is needed, from where it is needed; `openForMinutes` is its time limit. */
  readonly procedure?: boolean
  /** A milestone: one that is not passed wants a decision. */
  readonly gate?: boolean
  /** Posted once it is over, from what was entered. */
  readonly report?: Report
}

export type Section = {
  readonly title: string
  readonly takesMinutes: number | null
  readonly look: string | null
  /** A command that is shown, never run. */
  readonly run: string | null
  readonly expect: string | null
  /** How its manual test is done, one after the other. */
  readonly steps?: readonly string[]
  readonly note: string | null
  readonly ifFailed: string | null
  /** When it falls due by itself, as a checklist of its own; absent: with its ritual. */
  readonly due?: SectionDue
  /** Of a procedure: the minutes since its start into which this belongs. */
  readonly phase?: Phase
  readonly items: readonly Item[]
}

export type SectionDue = {
  readonly every: Cadence
  readonly onHoliday: HolidayRule
  /** Absent: the ritual's. */
  readonly openForMinutes?: number
}

export type Phase = { readonly fromMinutes: number; readonly toMinutes: number }

/** The calendar by which a ritual's cadence is read; without one, the plan's own. */
export function calendarOf(plan: PlanFrame, ritual: Ritual | null = null): Calendar {
  return {
    zone: ritual?.timezone ?? plan.timezone,
    dayStarts: plan.dayStarts,
    ...workCalendarOf(plan, ritual?.calendar),
    launch: launchOf(plan),
  }
}

/** What a role is called, or a person by the plan's own word for them; null where there is no such word. */
export function ownerTitle(plan: PlanFrame, owner: string | null): string | null {
  const named = owner ?? plan.owner
  return named === null ? null : plan.roles[named]?.title || null
}

/** Under this name the weekly post keeps its due times beside the rituals; no ritual of a plan can be called so. */
export const summaryRitualId = '@summary'

/** The weekly post falls due as a ritual does; it has no items. */
export function summaryRitual(plan: Plan): Ritual {
  return { ...standingRitual(summaryRitualId, 'Weekly summary', plan.summary.every), channel: plan.summary.channel }
}

/** What falls due beside the rituals and has nothing to tick; its name begins with `@`, which no ritual's can. */
export function standingRitual(id: string, title: string, every: Cadence): Ritual {
  return {
    id,
    title,
    every,
    timezone: null,
    onHoliday: 'keep',
    openForMinutes: null,
    takesMinutes: null,
    owner: null,
    channel: null,
    severity: 'P3',
    ifFailed: null,
    sections: [],
  }
}
