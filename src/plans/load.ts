import { z } from 'zod'
import type { LocalDate, Weekday } from '../domain/cadence/cadence.ts'
import { usualWorkingDays } from '../domain/calendar.ts'
import type { Plan, Ritual } from '../domain/plan.ts'
import { checkCalendarNames, readCalendar, readCalendars } from './calendars.ts'
import { dayStarts, summaryEvery, titleOf } from './defaults.ts'
import { readEscalation } from './escalation.ts'
import { readNotes, readPhases } from './facts.ts'
import type { Complaint, Fault, Path, Report } from './fault.ts'
import { cadence, date, launch, line, name, person, place, wallTime, zone } from './fields.ts'
import { given } from './given.ts'
import { lintPlan } from './lint/lint.ts'
import { readMaintenance } from './maintenance.ts'
import { checkProcedures, readProcedures } from './procedures.ts'
import { checkReferences } from './references.ts'
import { readRitual } from './ritual.ts'
import { readRoles } from './roles.ts'
import { readSeverities } from './severities.ts'
import { entriesOf, isMap, shaped } from './shape.ts'
import { readTemplates } from './templates.ts'
import { type Place, readYaml, type Yaml } from './yaml.ts'

export const planForm = z.strictObject({
  plan: name,
  title: line.optional(),
  version: line.optional(),
  updated: date.optional(),
  review: date.optional(),
  timezone: zone,
  'day-starts': wallTime.optional(),
  launch: launch.optional(),
  channel: place,
  incidents: place.optional(),
  fallback: place.optional(),
  owner: line.optional(),
  admins: z.array(person).optional(),
  roles: z.unknown().optional(),
  calendar: z.unknown().optional(),
  calendars: z.unknown().optional(),
  severities: z.unknown().optional(),
  escalation: z.unknown().optional(),
  phases: z.unknown().optional(),
  targets: z.unknown().optional(),
  practices: z.unknown().optional(),
  documents: z.unknown().optional(),
  maintenance: z.unknown().optional(),
  templates: z.unknown().optional(),
  summary: z.unknown().optional(),
  procedures: z.unknown().optional(),
  rituals: z.unknown(),
})

export const summaryForm = z.strictObject({ channel: place.optional(), every: cadence.optional() })
const mostRituals = 200

export type ReadPlan = {
  /** Absent where there is any fault. */
  readonly plan?: Plan
  /** Where the file says what the plan is called. */
  readonly namedAt: Place
  readonly faults: readonly Fault[]
  /** Only of a plan without faults. */
  readonly warnings: readonly Fault[]
}

/**
 * Reads a plan file and finds all of its faults at once; what it warns of may depend on the day. Never throws.
 */
export function readPlan(source: string, file: string, today: LocalDate | null = null): ReadPlan {
  const yaml = readYaml(source)
  const namedAt = yaml.place(['plan'], false, 0)
  const faults: Fault[] = yaml.complaints.map((complaint) => ({ file, level: 'fault', ...complaint }))
  const report: Report = (complaint) => faults.push(faultOf(complaint, yaml, file, 'fault'))
  // What is not YAML has no parts to complain about.
  const plan = yaml.value === undefined && faults.length > 0 ? null : planOf(yaml.value, report)
  if (plan === null || faults.length > 0) return { namedAt, faults: firstOfEachPlace(faults), warnings: [] }
  const remarks = yaml.remarks.map((remark): Fault => ({ file, level: 'warning', ...remark }))
  const warnings = lintPlan(plan, today, yaml.value).map((complaint) => faultOf(complaint, yaml, file, 'warning'))
  return { plan, namedAt, faults: [], warnings: inOrder([...remarks, ...warnings]) }
}

function planOf(said: unknown, report: Report): Plan | null {
  if (!isMap(said)) {
    report({ path: [], rule: 'shape', message: 'a plan begins with "plan:" and its name' })
    return null
  }
  const form = shaped(planForm, said, [], report)
  const roles = readRoles(said.roles, ['roles'], report)
  const severities = readSeverities(said.severities, ['severities'], report)
  const escalation = readEscalation(said.escalation, ['escalation'], report)
  const calendar = readCalendar(said.calendar, ['calendar'], report)
  const calendars = readCalendars(said.calendars, ['calendars'], report)
  const facts = {
    phases: readPhases(said.phases, report),
    targets: readNotes(said.targets, 'targets', report),
    practices: readNotes(said.practices, 'practices', report),
    documents: readNotes(said.documents, 'documents', report),
  }
  const maintenance = readMaintenance(said.maintenance, report)
  const templates = readTemplates(said.templates, report)
  const summary = optional(summaryForm, said.summary, ['summary'], report)
  if (!('rituals' in said)) report({ path: ['rituals'], rule: 'missing', message: '"rituals" is missing', key: true })
  const rituals = readRituals(said.rituals, report)
  const procedures = readProcedures(said.procedures, rituals, report)
  checkReferences(said, report)
  checkCalendarNames(said, report)
  checkProcedures(said, report)
  if (!form) return null
  const startsAt = form['day-starts'] ?? dayStarts
  return {
    name: form.plan,
    title: form.title ?? titleOf(form.plan),
    version: form.version ?? null,
    updated: form.updated ?? null,
    review: form.review ?? null,
    timezone: form.timezone,
    dayStarts: startsAt,
    ...given({
      launch: form.launch && `${form.launch.day}T${form.launch.time ?? startsAt}`,
      workingDays: calendar && !isUsual(calendar.workingDays) ? calendar.workingDays : undefined,
      calendars,
      calendar: typeof form.calendar === 'string' ? form.calendar : undefined,
    }),
    holidays: calendar?.holidays ?? [],
    channel: form.channel,
    incidents: form.incidents ?? form.channel,
    fallback: form.fallback ?? form.channel,
    owner: form.owner ?? null,
    admins: form.admins ?? [],
    roles,
    severities,
    escalation,
    ...given({ ...facts, maintenance, templates }),
    summary: { channel: summary?.channel ?? form.channel, every: summary?.every ?? summaryEvery },
    rituals: [...rituals, ...procedures],
  }
}

function isUsual(days: readonly Weekday[]): boolean {
  return days.join() === usualWorkingDays.join()
}

function optional<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, said: unknown, path: Path, report: Report) {
  return said === undefined ? null : shaped(schema, said, path, report)
}

function readRituals(said: unknown, report: Report): Ritual[] {
  const entries = entriesOf(said, ['rituals'], report) ?? []
  if (isMap(said) && (entries.length === 0 || entries.length > mostRituals))
    report({ path: ['rituals'], rule: 'content', message: `a plan has 1 to ${mostRituals} rituals` })
  return entries.slice(0, mostRituals).flatMap(([id, ritual]) => readRitual(id, ritual, ['rituals', id], report) ?? [])
}

function faultOf(complaint: Complaint, yaml: Yaml, file: string, level: Fault['level']): Fault {
  const { path, rule, message, key = false, at = 0 } = complaint
  return { file, ...yaml.place(path, key, at), level, rule, message }
}

/** Of several faults at one place the first says enough, unless keys are missing there. */
function firstOfEachPlace(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>()
  const first = faults.filter(({ line: row, column, rule, message }) => {
    const spot = rule === 'missing' ? `${row}:${column}:${message}` : `${row}:${column}`
    return !seen.has(spot) && seen.add(spot)
  })
  return inOrder(first)
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.line - b.line || a.column - b.column)
}
