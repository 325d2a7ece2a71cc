import { addMinutes } from 'date-fns'
import type { Issue } from '../../domain/issue.ts'
import type { PlanFrame } from '../../domain/plan.ts'
import { filledIn, type Template, type TemplateField } from '../../domain/template.ts'
import { localTime } from '../text/time.ts'

/** What nobody knows yet; whoever sends it writes it there. */
const unknown = '…'

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
    impact: issue.detail ?? unknown,
    started: time(issue.openedAt) ?? unknown,
    eta: time(issue.resolveBy) ?? milestone ?? unknown,
    'next-update': time(updates === undefined ? null : addMinutes(now, updates)) ?? unknown,
    contact: contactOf(issue),
  }
}

/** How to reach whoever was asked last, else what they are called. */
function contactOf({ asks, ladder }: Issue): string {
  const level = ladder[asks.at(-1)?.level ?? 0]
  const [contact] = level?.contacts ?? []
  const ways = [contact?.name, contact?.phone, contact?.email].filter((way) => way !== undefined)
  return [level?.title ?? '', ...ways].filter((part) => part !== '').join(', ') || unknown
}
