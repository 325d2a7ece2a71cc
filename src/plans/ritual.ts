import { z } from 'zod'
import type { Ritual, Section } from '../domain/plan.ts'
import { readCalendar } from './calendars.ts'
import { onHolidayOf, ritualSeverity, titleOf } from './defaults.ts'
import type { Path, Report } from './fault.ts'
import { cadence, duration, holidayRule, line, name, place, prose, severity, yesOrNo, zone } from './fields.ts'
import { given } from './given.ts'
import { linkedItems } from './items/linked.ts'
import { readReport } from './reports.ts'
import { readContent } from './sections.ts'
import { isMap, shaped } from './shape.ts'

export const ritualForm = z.strictObject({
  title: line.optional(),
  every: cadence.optional(),
  timezone: zone.optional(),
  calendar: z.unknown().optional(),
  takes: duration.optional(),
  'open-for': duration.optional(),
  owner: line.optional(),
  channel: place.optional(),
  severity: severity.optional(),
  'if-failed': prose.optional(),
  'on-holiday': holidayRule.optional(),
  items: z.unknown().optional(),
  sections: z.unknown().optional(),
  report: z.unknown().optional(),
  gate: yesOrNo.optional(),
})

const mostItems = 500

export function readRitual(id: string, said: unknown, path: Path, report: Report): Ritual | null {
  if (!name.safeParse(id).success)
    report({ path, rule: 'name', message: `"${id}" must be small letters, digits and hyphens`, key: true })
  const form = shaped(ritualForm, said, path, report)
  const sections = isMap(said) ? readContent(said, path, report, form?.['on-holiday']) : []
  const calendar = isMap(said) ? readCalendar(said.calendar, [...path, 'calendar'], report) : null
  const linked = withIds(sections, path, report)
  const filled = isMap(said) ? readReport(said.report, [...path, 'report'], report, linked) : undefined
  if (isMap(said)) checkEvery(said, { path, report, sections })
  if (!form) return null
  const every = form.every ?? []
  return {
    id,
    title: form.title ?? titleOf(id),
    every,
    timezone: form.timezone ?? null,
    ...given({ calendar: calendar ?? (typeof form.calendar === 'string' ? form.calendar : undefined) }),
    onHoliday: form['on-holiday'] ?? onHolidayOf(every),
    openForMinutes: form['open-for'] ?? null,
    takesMinutes: form.takes ?? null,
    owner: form.owner ?? null,
    channel: form.channel ?? null,
    severity: form.severity ?? ritualSeverity,
    ifFailed: form['if-failed'] ?? null,
    sections: linked,
    ...given({ report: filled, gate: form.gate || undefined }),
  }
}

/** A ritual says when it falls due, unless each of its sections does. */
function checkEvery(
  said: Record<string, unknown>,
  { path, report, sections }: { path: Path; report: Report; sections: readonly Section[] },
): void {
  const own = sections.length > 0 && sections.every(({ due }) => due !== undefined)
  // What cannot be read is told where it stands.
  const isSaid = Array.isArray(said.sections) && said.sections.every((one) => isMap(one) && 'every' in one)
  if (!own && !isSaid && !('every' in said))
    report({ path: [...path, 'every'], rule: 'missing', message: '"every" is missing', key: true })
  if (!own || !('every' in said)) return
  const message = 'every section here has a cadence of its own, so nothing falls due by this one: leave it out'
  report({ path: [...path, 'every'], rule: 'content', message, key: true })
}

function withIds(sections: readonly Section[], path: Path, report: Report): Section[] {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0)
  if (count > mostItems)
    report({ path, rule: 'content', message: `a ritual has at most ${mostItems} items, not ${count}`, key: true })
  const linked = linkedItems(sections, report)
  return sections.map((section, index) => ({ ...section, items: linked[index] ?? [] }))
}
