import { addMinutes } from 'date-fns'
import type { Issue } from '../../domain/issue.ts'
import type { PlanFrame } from '../../domain/plan.ts'
import { filledIn, type Template, type TemplateField, unknownFact as unknown } from '../../domain/template.ts'
import { localTime } from '../text/time.ts'

/** A template with the facts of an issue filled in, as text that its sender edits. */
export function filledTemplate(template: Template, issue: Issue, plan: PlanFrame, now: Date): string {
  const values = valuesOf(issue, plan, now)
  return filledIn(template.text, (name) => values[name.toLowerCase() as TemplateField])
}

function valuesOf(issue: Issue, plan: PlanFrame, now: Date): Readonly<Record<TemplateField, string>> {
  const time = (at: Date | null) => (at === null ? null : localTime(at, plan.timezone))
  const updates = plan.severities[issue.severity].updatesMinutes
  const milestone = plan.severities[issue.severity].resolveBy
  return {
    plan: plan.title,
    title: issue.title,
    number: String(issue.number),
    severity: `${issue.severity} ${plan.severities[issue.severity].name}`,
    status: issue.status,
    impact: impactOf(issue) ?? unknown,
    started: time(issue.openedAt) ?? unknown,
    eta: (issue.resolveBy === null ? milestone : time(ahead(issue.resolveBy, now))) ?? unknown,
    'next-update': time(updates === undefined ? null : addMinutes(now, updates)) ?? unknown,
    contact: contactOf(issue),
  }
}

/** Of an issue that an item opened, the detail is what the team works by: the limit it crossed, and what to do. */
function impactOf({ source, detail }: Issue): string | null {
  return source === null ? detail : null
}

/** A time that has passed promises nothing. */
function ahead(at: Date, now: Date): Date | null {
  return at > now ? at : null
}

/** How to reach whoever was asked last, else what they are called. */
function contactOf({ asks, ladder }: Issue): string {
  const level = ladder[asks.at(-1)?.level ?? 0]
  const [contact] = level?.contacts ?? []
  const ways = [contact?.name, contact?.phone, contact?.email].filter((way) => way !== undefined)
  return [level?.title ?? '', ...ways].filter((part) => part !== '').join(', ') || unknown
}
