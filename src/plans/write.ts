import { Document, isScalar, isSeq, visit, type YAMLSeq } from 'yaml'
import type { Cadence, Weekday } from '../domain/cadence/cadence.ts'
import { boundPhrase, cadencePhrases } from '../domain/cadence/phrase-written.ts'
import { weekdayName } from '../domain/cadence/words.ts'
import type { WorkCalendar } from '../domain/calendar.ts'
import type { Rung } from '../domain/escalation.ts'
import type { Item } from '../domain/item.ts'
import type { Maintenance } from '../domain/maintenance.ts'
import type { Plan, Ritual, Section, SectionDue } from '../domain/plan.ts'
import type { Notes, PlanPhase } from '../domain/plan-facts.ts'
import type { Role } from '../domain/role.ts'
import { defaultSeverityRules, type SeverityRule, severities } from '../domain/severity.ts'
import type { Template } from '../domain/template.ts'
import {
  dayStarts,
  maintenanceNotice,
  onHolidayOf,
  ritualSeverity,
  rotationFrom,
  summaryEvery,
  titleOf,
} from './defaults.ts'
import { printDuration } from './duration.ts'
import { writtenItems } from './items/write-item.ts'

type Keys = { readonly [key: string]: unknown }

/** The plan as a file that reads back as the same plan. What is the default stays unsaid. */
export function planYaml(plan: Plan): string {
  const { channel } = plan
  const summary = {
    ...(plan.summary.channel !== channel && { channel: plan.summary.channel }),
    ...(!same(plan.summary.every, summaryEvery) && { every: everyOf(plan.summary.every) }),
  }
  const keys = said({
    plan: plan.name,
    title: unless(plan.title, titleOf(plan.name)),
    version: plan.version,
    updated: plan.updated,
    review: plan.review,
    timezone: plan.timezone,
    launch: plan.launch,
    'day-starts': unless(plan.dayStarts, dayStarts),
    channel,
    incidents: unless(plan.incidents, channel),
    fallback: unless(plan.fallback, channel),
    owner: plan.owner,
    admins: plan.admins,
    roles: mapped(plan.roles, roleOf),
    calendar: plan.calendar ?? said({ holidays: plan.holidays, 'working-days': daysOf(plan.workingDays) }),
    calendars: mapped(plan.calendars ?? {}, calendarOf),
    severities: severitiesOf(plan),
    escalation: plan.escalation.map(rungOf),
    phases: plan.phases?.map(phaseKeys),
    targets: notesKeys(plan.targets),
    practices: notesKeys(plan.practices),
    documents: notesKeys(plan.documents),
    maintenance: plan.maintenance?.map(maintenanceKeys),
    templates: mapped(plan.templates ?? {}, templateOf),
    summary,
    rituals: byId(plan.rituals.filter(({ procedure }) => !procedure)),
    procedures: byId(plan.rituals.filter(({ procedure }) => procedure)),
  })
  const document = new Document(keys, { aliasDuplicateObjects: false })
  visit(document, { Pair: (_, { key, value }) => flowShortList(isScalar(key) ? key.value : null, value) })
  return document.toString({ lineWidth: 0, blockQuote: 'literal', flowCollectionPadding: false })
}

/** Names and dates read better side by side; items keep a line each. */
function flowShortList(key: unknown, value: unknown): void {
  if (key === 'items' || key === 'sections' || !isSeq(value)) return
  const list: YAMLSeq = value
  list.flow = list.items.every((item) => isScalar(item) && String(item.value).length <= 40)
}

function roleOf(role: Role, name: string): Keys {
  const { title, people, group, rotation, weekMinutes, contacts } = role
  const ways = rotation
    ? {
        rotation: rotation.people,
        'hand-over': everyOf(rotation.handOver),
        from: unless(rotation.from, rotationFrom) ?? undefined,
        cover: rotation.cover.length > 0 ? rotation.cover : undefined,
      }
    : // A role without people is still named: an empty map would vanish.
      { people: group ? undefined : people, group }
  return {
    title: unless(title, titleOf(name)) ?? undefined,
    ...ways,
    hours: minutes(weekMinutes ?? null) ?? undefined,
    contacts,
  }
}

function severitiesOf(plan: Plan): Keys {
  const changed = severities.filter((severity) => !same(plan.severities[severity], defaultSeverityRules[severity]))
  return Object.fromEntries(changed.map((severity) => [severity, severityOf(plan.severities[severity])]))
}

function severityOf(rule: SeverityRule): Keys {
  return said({
    name: rule.name,
    when: rule.when,
    respond: printDuration(rule.respondMinutes),
    resolve: rule.resolveMinutes === null ? (rule.resolveBy ?? 'none') : printDuration(rule.resolveMinutes),
    escalate: rule.escalate,
    updates: minutes(rule.updatesMinutes ?? null),
    alerts: rule.alerts,
    procedure: rule.procedure,
  })
}

function byId(rituals: readonly Ritual[]): Keys {
  return Object.fromEntries(rituals.map((ritual) => [ritual.id, ritualOf(ritual)]))
}

function phaseKeys({ title, from, to, ...phase }: PlanPhase): Keys {
  return said({ title, from: boundPhrase(from), to: to && boundPhrase(to), ...phase })
}

/** One list without a heading is a list. */
function notesKeys(notes: Notes | undefined): Keys | readonly string[] | undefined {
  const [only, second] = notes ?? []
  if (only && !second && only.heading === '') return only.lines
  return notes && Object.fromEntries(notes.map(({ heading, lines }) => [heading, lines]))
}

function maintenanceKeys({ title, every, lastsMinutes, noticeMinutes, channel, text }: Maintenance): Keys {
  return said({
    title,
    every: everyOf(every),
    lasts: printDuration(lastsMinutes),
    notice: noticeMinutes === maintenanceNotice ? null : printDuration(noticeMinutes),
    channel,
    text,
  })
}

function templateOf({ title, ...template }: Template, name: string): Keys {
  return said({ title: unless(title, titleOf(name)), ...template })
}

function rungOf(rung: Rung): string | Keys {
  if (typeof rung === 'string') return rung
  return said({ role: rung.role, after: minutes(rung.afterMinutes ?? null), on: rung.on })
}

function ritualOf(ritual: Ritual): Keys {
  const [only, second] = ritual.sections
  const all = ritual.sections.flatMap(({ items }) => items)
  const bare = only && !second && only.title === ''
  return said({
    title: unless(ritual.title, titleOf(ritual.id)),
    every: ritual.procedure || ritual.every.length === 0 ? null : everyOf(ritual.every),
    timezone: ritual.timezone,
    calendar: typeof ritual.calendar === 'object' ? calendarOf(ritual.calendar) : ritual.calendar,
    takes: minutes(ritual.takesMinutes),
    [ritual.procedure ? 'limit' : 'open-for']: minutes(ritual.openForMinutes),
    owner: ritual.owner,
    channel: ritual.channel,
    severity: unless(ritual.severity, ritualSeverity),
    'if-failed': ritual.ifFailed,
    'on-holiday': unless(ritual.onHoliday, onHolidayOf(ritual.every)),
    ...(bare
      ? { items: writtenItems(only.items, all) }
      : { sections: ritual.sections.map((section) => sectionOf(section, ritual, all)) }),
    report: ritual.report,
    gate: ritual.gate,
  })
}

function everyOf(every: Cadence): string | string[] {
  const phrases = cadencePhrases(every)
  return phrases.length === 1 ? phrases.join('') : phrases
}

function sectionOf(section: Section, ritual: Ritual, all: readonly Item[]): Keys {
  return said({
    title: section.title,
    ...(section.due && dueOf(section.due, ritual)),
    phase: section.phase && `${printDuration(section.phase.fromMinutes)} to ${printDuration(section.phase.toMinutes)}`,
    takes: minutes(section.takesMinutes),
    look: section.look,
    run: section.run,
    expect: section.expect,
    steps: section.steps,
    note: section.note,
    'if-failed': section.ifFailed,
    items: writtenItems(section.items, all),
  })
}

function dueOf({ every, onHoliday, openForMinutes }: SectionDue, ritual: Ritual): Keys {
  const inherited = ritual.onHoliday === onHolidayOf(ritual.every) ? onHolidayOf(every) : ritual.onHoliday
  return {
    every: everyOf(every),
    'open-for': minutes(openForMinutes ?? null),
    'on-holiday': unless(onHoliday, inherited),
  }
}

/** Its working days are always said: a calendar without holidays is one all the same. */
function calendarOf({ holidays, workingDays }: WorkCalendar): Keys {
  return said({ holidays, 'working-days': daysOf(workingDays) })
}

function daysOf(days: readonly Weekday[] | undefined): string[] | undefined {
  return days?.map(weekdayName)
}

/** Without what is null or empty. */
function said(keys: Keys): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => !isNothing(value)))
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function unless<T>(value: T, usual: T): T | null {
  return value === usual ? null : value
}

function minutes(count: number | null): string | null {
  return count === null ? null : printDuration(count)
}

function mapped<T>(record: Readonly<Record<string, T>>, write: (value: T, key: string) => unknown): Keys {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, write(value, key)]))
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
