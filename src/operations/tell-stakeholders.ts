import type { Issue } from '../domain/issue.ts'
import type { Person } from '../domain/plan.ts'
import { urgencies } from '../domain/surface.ts'
import type { Template } from '../domain/template.ts'
import type { Unit } from './transact.ts'

/** Sends an update to the channel of its template, where it has one; the words are those that were typed. */
export async function tellStakeholders(
  unit: Unit,
  told: {
    readonly issue: Issue
    readonly template: Template | undefined
    readonly text: string
    readonly by: Person
  },
): Promise<void> {
  const { issue, template, by } = told
  if (!template) return
  const { title, audience = null, channel } = template
  const id = unit.newId()
  await unit.record({ plan: issue.plan, subject: issue.id, by }, [
    { kind: 'stakeholders-told', id, template: title, audience, channel, text: told.text },
  ])
  const urgency = issue.incident ? urgencies.incident : urgencies.click
  unit.wish({ surface: 'told', subject: `${issue.id}/${id}`, channel, urgency })
}
